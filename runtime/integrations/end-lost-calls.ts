import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { raiseTask } from '../tasks/raise-task.ts'

const pause = 30_000

/** Ends calls of the desk whose process is gone: nobody knows what came of them, so each is a task. */
export function startLostCallsWorker(services: Services) {
  return lookAgain(services, {
    pause,
    failed: 'lost calls of the desk could not be looked for',
    look: () => endLostCalls(services),
  })
}

export async function endLostCalls({ db, clock, bus }: Pick<Services, 'db' | 'clock' | 'bus'>): Promise<void> {
  const due = [clock.now()]
  const [lost] = await db.read.all(`SELECT id FROM desk_calls WHERE status = 'running' AND due_at <= ? LIMIT 1`, due)
  if (!lost) return
  await db.write(async (tx) => {
    const rows = await tx.all<{ contact_id: string; force_id: string; connection: string; name: string }>(
      `UPDATE desk_calls SET status = 'unknown', due_at = NULL WHERE status = 'running' AND due_at <= ?
       RETURNING contact_id, force_id, connection, name`,
      due,
    )
    for (const { contact_id, force_id, connection, name } of rows) {
      const text = `“${name}” was begun and never ended. It may have been taken.`
      await raiseTask(tx, { id: contact_id, force_id }, { connection, text }, clock.now())
      tx.afterCommit(() => bus.publish(`inbox:${force_id}`))
    }
  })
}
