import type { Principal } from '../../accounts/principal.ts'
import type { Transaction } from '../../db/database.ts'
import { askedSeenBy } from './asked-seen-by.ts'

/** Asked questions are a gap no longer, as far as the person may know of them. */
export async function closeAsked(
  tx: Pick<Transaction, 'run'>,
  principal: Principal,
  asked: readonly string[],
  at: number,
): Promise<void> {
  const seen = askedSeenBy(principal)
  for (const id of asked)
    await tx.run(`UPDATE asked_questions SET closed_at = ? WHERE force_id = ? AND id = ? AND ${seen.sql}`, [
      at,
      principal.forceId,
      id,
      ...seen.params,
    ])
}
