import type { Effect } from '../../nodes/kit/step.ts'
import type { Transaction } from '../db/database.ts'
import { raiseTask } from './raise-task.ts'

/**
 * The conversation goes on without waiting for calls that were begun. What they would have changed over there may have
 * been changed, and no answer will be taken any more: each becomes a task.
 */
export async function raiseLeftCalls(
  tx: Transaction,
  contact: { id: string; force_id: string },
  now: number,
): Promise<void> {
  const rows = await tx.all<{ request: string }>(
    `SELECT request FROM effects WHERE contact_id = ? AND status IN ('waiting', 'running') AND attempts > 0`,
    [contact.id],
  )
  for (const { request } of rows) {
    const effect = JSON.parse(request) as Effect
    if (effect.kind !== 'http' || effect.method === 'GET') continue
    const { connection } = effect
    await raiseTask(
      tx,
      contact,
      { connection, text: 'The conversation went on before this system had answered. It may have taken the call.' },
      now,
    )
  }
}
