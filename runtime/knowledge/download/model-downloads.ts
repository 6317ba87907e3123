import type { ModelDownload } from '../../../schema/api/model-download.ts'
import { AppError } from '../../../schema/app-error.ts'
import { ModelSource } from '../../../schema/model-source.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Reader, Transaction } from '../../db/database.ts'
import { isoTime } from '../../flows/flow-row.ts'
import type { Services } from '../../services.ts'

interface Row {
  source: string
  status: ModelDownload['status']
  done: number
  total: number | null
  problem: string | null
  asked_at: number
  asked_by: string
}

/** The model that a force asked for last, and how far it is. */
export async function readDownload(reader: Pick<Reader, 'all'>, forceId: string): Promise<ModelDownload | null> {
  const [row] = await reader.all<Row>(
    'SELECT source, status, done, total, problem, asked_at, asked_by FROM model_downloads WHERE force_id = ?',
    [forceId],
  )
  if (!row) return null
  const { status, done, total, problem } = row
  const source = ModelSource.parse(JSON.parse(row.source))
  return { source, status, done, total, problem, askedAt: isoTime(row.asked_at), askedBy: row.asked_by }
}

/** The folder that a model has, and so its name here. */
export function modelName({ repository }: ModelSource): string {
  return repository.split('/')[1] ?? repository
}

/** Asks for a model. One that failed is gone on with where it ended. */
export async function beginDownload(services: Services, principal: Principal, source: ModelSource): Promise<void> {
  const name = modelName(source)
  if (services.knowledge.models.names().includes(name))
    throw new AppError('conflict', `There is a model “${name}” already.`)
  await services.db.write(async (tx) => {
    const known = await readDownload(tx, principal.forceId)
    if (known?.status === 'waiting' || known?.status === 'running')
      throw new AppError('conflict', 'A model is being downloaded. Stop that first.')
    await tx.run('DELETE FROM model_downloads WHERE force_id = ?', [principal.forceId])
    const now = services.clock.now()
    await tx.run(
      `INSERT INTO model_downloads (force_id, source, status, done, tries, due_at, asked_at, asked_by)
       VALUES (?, ?, 'waiting', 0, 0, ?, ?, ?)`,
      [principal.forceId, JSON.stringify(source), now, now, principal.name],
    )
    await record(services, tx, principal, { asked: source })
  })
}

/** What has come of it is removed by the process that fetches, or by the next one that looks. */
export async function stopDownload(services: Services, principal: Principal): Promise<void> {
  await services.db.write(async (tx) => {
    const gone = await tx.run(`DELETE FROM model_downloads WHERE force_id = ? AND status <> 'done'`, [
      principal.forceId,
    ])
    if (gone === 0) throw new AppError('not-found', 'No model is being downloaded.')
    await record(services, tx, principal, { stopped: true })
  })
}

async function record({ clock }: Services, tx: Transaction, principal: Principal, payload: object): Promise<void> {
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting',
    objectType: 'model-download',
    objectId: principal.forceId,
    outcome: 'done',
    payload,
  })
}
