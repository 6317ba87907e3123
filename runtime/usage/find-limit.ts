import type { LimitAnswer } from '../../schema/limits.ts'
import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { monthOf } from './month-of.ts'

/**
 * What the visitor of a new contact gets instead of the flow, where a limit is reached. Only a beginning is limited: a
 * conversation that has begun is never cut off. Reads counters, and those only where there are limits.
 */
export async function findLimit(
  tx: Transaction,
  services: Services,
  forceId: string,
  now: number,
): Promise<LimitAnswer | undefined> {
  const { contacts, turns } = services.limitsOf(forceId)
  if (contacts.most !== null) {
    const [row] = await tx.all<{ value: number }>(
      `SELECT value FROM counters WHERE force_id = ? AND name = 'automated'`,
      [forceId],
    )
    if (Number(row?.value ?? 0) >= contacts.most) return contacts.answer
  }
  if (turns.most === null) return undefined
  const [row] = await tx.all<{ turns: number }>('SELECT turns FROM usage_months WHERE force_id = ? AND month = ?', [
    forceId,
    monthOf(now, services.zoneOf(forceId)),
  ])
  return Number(row?.turns ?? 0) >= turns.most ? turns.answer : undefined
}
