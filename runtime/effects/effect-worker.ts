import type { Effect } from '../../nodes/kit/step.ts'
import { takeTurnIn } from '../contact/take-turn.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { raiseTask, type TaskDraft } from '../tasks/raise-task.ts'
import type { Performed } from './perform-effect.ts'

interface EffectRow {
  id: string
  contact_id: string
  force_id: string
  child: string
  request: string
  idempotency_key: string
  attempts: number
  status: string
}

/** How long a process may take over one attempt before another may take over from it, in milliseconds. */
const lease = 60_000
/** How many effects one process performs at a time. */
const places = 16
const pause = 1_000

/**
 * Performs effects: claims due rows under a lease, acts, and brings each result back as a turn of the contact. An attempt
 * is counted before it is made, so a crash in the middle is seen by whoever takes over. The result's turn and the row's
 * end are one transaction, so a result comes back once. A place that is free takes the next one at once: a call that takes
 * long delays no other.
 */
export function startEffectWorker(services: Services) {
  let stopped = false
  let taking: Promise<void> | undefined
  let again = false
  const running = new Set<Promise<void>>()

  const look = () => {
    if (stopped) return
    if (taking) {
      again = true
      return
    }
    hold(take(), 'effects could not be looked at')
  }
  const timer = setInterval(look, pause)
  timer.unref()
  hold(takeOver(services), 'effects of the last process could not be taken over')
  again = true
  return {
    /** Looks now: there is something to do. */
    wake: look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await taking
      await Promise.all(running)
    },
  }

  /** One look at a time. What asks for one meanwhile gets it afterwards. */
  function hold(job: Promise<void>, fault: string): void {
    taking = job
      .catch((error: unknown) => services.log.error({ error }, fault))
      .finally(() => {
        taking = undefined
        if (!again) return
        again = false
        look()
      })
  }

  async function take(): Promise<void> {
    if (running.size === places) return
    for (const row of await claim(services, places - running.size)) {
      const work = perform(services, row)
        .catch((error: unknown) => services.log.error({ error, effect: row.id }, 'an effect could not be finished'))
        .finally(() => {
          running.delete(work)
          look()
        })
      running.add(work)
    }
  }
}

/** Performs a batch of the effects that are due now, and says whether there may be more. */
export async function performDue(services: Services): Promise<boolean> {
  const rows = await claim(services, places)
  await Promise.all(rows.map((row) => perform(services, row)))
  return rows.length === places
}

/** Where there is one process only, whatever was running when it began has nobody left to finish it: no lease to wait for. */
async function takeOver({ db, clock }: Services): Promise<void> {
  if (db.dialect !== 'sqlite') return
  await db.write((tx) => tx.run(`UPDATE effects SET due_at = ? WHERE status = 'running'`, [clock.now()]))
}

async function claim(services: Services, most: number): Promise<EffectRow[]> {
  const now = services.clock.now()
  const [due] = await services.db.read.all<{ id: string }>(
    `SELECT id FROM effects WHERE status IN ('waiting', 'running') AND due_at <= ? LIMIT 1`,
    [now],
  )
  if (!due) return []
  return services.db.write(async (tx) => {
    const before = await tx.all<{ id: string; status: string }>(
      `SELECT id, status FROM effects WHERE status IN ('waiting', 'running') AND due_at <= ? ORDER BY due_at LIMIT ?`,
      [now, most],
    )
    const claimed: EffectRow[] = []
    for (const { id, status } of before) {
      const [row] = await tx.all<EffectRow>(
        `UPDATE effects SET status = 'running', attempts = attempts + 1, due_at = ? WHERE id = ? AND status = ? AND due_at <= ?
         RETURNING id, contact_id, force_id, child, request, idempotency_key, attempts, status`,
        [now + lease, id, status, now],
      )
      if (row) claimed.push({ ...row, status })
    }
    return claimed
  })
}

async function perform(services: Services, row: EffectRow): Promise<void> {
  let performed: Performed
  try {
    performed = await services.perform(JSON.parse(row.request) as Effect, {
      forceId: row.force_id,
      contactId: row.contact_id,
      idempotencyKey: row.idempotency_key,
      attempt: row.attempts,
      interrupted: row.status === 'running',
    })
  } catch (error) {
    services.log.error({ error, effect: row.id }, 'an effect failed in an unexpected way')
    performed = {
      result: { ok: false, reason: 'unknown' },
      task: toldOf(row),
    }
  }
  await services.db.write(async (tx) => {
    if ('retryInMs' in performed) {
      await tx.run(`UPDATE effects SET status = 'waiting', due_at = ? WHERE id = ? AND status = 'running'`, [
        services.clock.now() + performed.retryInMs,
        row.id,
      ])
      return
    }
    const changed = await tx.run(`UPDATE effects SET status = 'done' WHERE id = ? AND status = 'running'`, [row.id])
    // One that was stopped meanwhile became a task then.
    if (changed === 0) return
    if (performed.task) {
      await raiseTask(tx, { id: row.contact_id, force_id: row.force_id }, performed.task, services.clock.now())
      await touchContact(tx, services, row.force_id, row.contact_id)
    }
    await takeTurnIn(
      tx,
      services,
      row.contact_id,
      { kind: 'effect', child: row.child, result: performed.result },
      `effect:${row.id}`,
    )
  })
}

/** What a person has to look at after a fault of our own: whether a call was made nobody knows. */
function toldOf(row: EffectRow): TaskDraft {
  const effect = JSON.parse(row.request) as Effect
  return {
    text: 'An action failed in an unexpected way. Look whether it was done.',
    ...(effect.kind === 'http' && { connection: effect.connection }),
  }
}
