import type { Reader, Transaction } from '../../db/database.ts'

/** Counts every change of a force's documents. Whoever keeps an index of them asks for it before each answer. */
export async function readRevision(reader: Pick<Reader, 'all'>, forceId: string): Promise<number> {
  const [row] = await reader.all<{ value: number }>(
    `SELECT value FROM counters WHERE force_id = ? AND name = 'knowledge'`,
    [forceId],
  )
  return row?.value ?? 0
}

export async function raiseRevision(tx: Transaction, forceId: string): Promise<void> {
  await tx.run(
    `INSERT INTO counters (force_id, name, value) VALUES (?, 'knowledge', 1)
     ON CONFLICT (force_id, name) DO UPDATE SET value = counters.value + 1`,
    [forceId],
  )
}
