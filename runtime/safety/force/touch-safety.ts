import type { Transaction } from '../../db/database.ts'

/** Says in the transaction of a change that the force's detector is another now: every process looks at this number. */
export async function touchSafety(tx: Transaction, forceId: string): Promise<void> {
  await tx.run(
    `INSERT INTO counters (force_id, name, value) VALUES (?, 'safety', 1)
     ON CONFLICT (force_id, name) DO UPDATE SET value = counters.value + 1`,
    [forceId],
  )
}
