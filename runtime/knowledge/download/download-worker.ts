import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ModelSource } from '../../../schema/model-source.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import { lookAgain } from '../../look-again.ts'
import type { Services } from '../../services.ts'
import { raiseRevision } from '../documents/knowledge-revision.ts'
import { DownloadFault } from './download-fault.ts'
import { type Downloaded, downloadModel } from './download-model.ts'
import { modelName } from './model-downloads.ts'

interface Claim {
  force_id: string
  source: string
  tries: number
}

/** How a download goes on in detail; tests are less patient. */
interface Pace {
  pauses?: readonly number[]
  patience?: number
  /** How often progress is written down and the claim renewed, in milliseconds. */
  tellEvery?: number
}

const pause = 2_000
/** For how long a process has a download to itself without saying that it is still there, in milliseconds. */
const lease = 30_000
/** Holds what is not whole yet: no model is looked for in it. */
const unfinished = '.part'

/**
 * Fetches the models that admins asked for into `folder`. One process does it at a time, and another goes on with it
 * where that one ends: what has come is kept in the folder, how far it is in the database.
 */
export function startDownloadWorker(services: Services, folder: string) {
  const stop = new AbortController()
  const looking = lookAgain(services, {
    pause,
    failed: 'models could not be looked after',
    look: () => downloadDue(services, folder, stop.signal),
  })
  return {
    async stop() {
      stop.abort()
      await looking.stop()
    },
  }
}

/** Fetches every model that is due now, and removes what is left of those that nobody wants any more. */
export async function downloadDue(
  services: Services,
  folder: string,
  stop: AbortSignal = new AbortController().signal,
  pace: Pace = {},
): Promise<void> {
  await removeLeftOver(services, folder)
  for (;;) {
    const claim = stop.aborted ? undefined : await claimNext(services)
    if (!claim) return
    await carryOut(services, folder, claim, stop, pace)
  }
}

async function claimNext({ db, clock }: Services): Promise<Claim | undefined> {
  const due = `status IN ('waiting', 'running') AND due_at <= ?`
  const [next] = await db.read.all<{ force_id: string }>(
    `SELECT force_id FROM model_downloads WHERE ${due} ORDER BY due_at LIMIT 1`,
    [clock.now()],
  )
  if (!next) return undefined
  return db.write(async (tx) => {
    const [row] = await tx.all<Claim>(
      `UPDATE model_downloads SET status = 'running', tries = tries + 1, due_at = ? WHERE force_id = ? AND ${due}
       RETURNING force_id, source, tries`,
      [clock.now() + lease, next.force_id, clock.now()],
    )
    return row
  })
}

async function carryOut(
  services: Services,
  folder: string,
  claim: Claim,
  stop: AbortSignal,
  { tellEvery = 1_000, ...pace }: Pace,
): Promise<void> {
  const { db, clock, log } = services
  const source = ModelSource.parse(JSON.parse(claim.source))
  const name = modelName(source)
  const lost = new AbortController()
  let at: { done: number; total: number } | undefined
  const set = (what: string, values: readonly (string | number | null)[]) =>
    db.write((tx) =>
      tx.run(`UPDATE model_downloads SET ${what} WHERE force_id = ? AND status = 'running' AND tries = ?`, [
        ...values,
        claim.force_id,
        claim.tries,
      ]),
    )
  const tell = () =>
    set('due_at = ?, done = ?, total = ?', [clock.now() + lease, at?.done ?? 0, at?.total ?? null])
      .then((rows) => rows > 0 || lost.abort())
      .catch((error: unknown) => log.error({ error }, 'progress of a model could not be written'))
  const telling = setInterval(tell, tellEvery)
  try {
    const came = await downloadModel(source, {
      part: join(folder, unfinished, claim.force_id, name),
      target: join(folder, name),
      onProgress: (now) => {
        at = now
      },
      signal: AbortSignal.any([stop, lost.signal]),
      ...pace,
    })
    await settle(services, claim, came)
  } catch (error) {
    if (lost.signal.aborted) return
    // The next process to look goes on with it.
    if (stop.aborted) await set(`status = 'waiting', due_at = ?`, [clock.now()])
    else await set(`status = 'failed', done = ?, problem = ?`, [at?.done ?? 0, wordsFor(services, error)])
  } finally {
    clearInterval(telling)
  }
  services.bus.publish(`knowledge:${claim.force_id}`)
}

function wordsFor({ log }: Services, error: unknown): string {
  if (error instanceof DownloadFault) return error.message
  log.error({ error }, 'a model could not be kept')
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return `The model could not be written to the server’s disk${code}.`
}

async function settle(services: Services, { force_id: forceId, source }: Claim, came: Downloaded): Promise<void> {
  await services.db.write(async (tx) => {
    const size = came.files.reduce((sum, file) => sum + file.size, 0)
    await tx.run(`UPDATE model_downloads SET status = 'done', done = ?, total = ?, problem = NULL WHERE force_id = ?`, [
      size,
      size,
      forceId,
    ])
    await raiseRevision(tx, forceId)
    await appendEntry(tx, {
      forceId,
      at: services.clock.now(),
      actor: { id: 'model-download', role: 'system' },
      operation: 'setting',
      objectType: 'model-download',
      objectId: forceId,
      outcome: 'done',
      payload: { source: JSON.parse(source), ...came },
    })
  })
  // The vectors are made now, so that nobody who asks has to wait for them.
  await services.knowledge.open(forceId)
}

async function removeLeftOver({ db }: Services, folder: string): Promise<void> {
  const parts = await readdir(join(folder, unfinished)).catch(() => [])
  if (parts.length === 0) return
  const wanted = await db.read.all<{ force_id: string }>(`SELECT force_id FROM model_downloads WHERE status <> 'done'`)
  for (const part of parts)
    if (!wanted.some((row) => row.force_id === part))
      await rm(join(folder, unfinished, part), { recursive: true, force: true })
}
