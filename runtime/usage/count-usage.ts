import type { Cause } from '../contact/cause.ts'
import { type ContactState, statusOf } from '../contact/contact-state.ts'
import type { Transaction } from '../db/database.ts'
import { monthOf } from './month-of.ts'

/**
 * Keeps the counters of a force, in the transaction of the turn. A contact is counted when it begins, and when the flow
 * hands it over or ends: turns in between write nothing, so the turns of a contact count when it leaves the flow.
 */
export async function countUsage(
  tx: Transaction,
  { forceId, zone, now }: { forceId: string; zone: string; now: number },
  before: ContactState,
  after: ContactState,
  cause: Cause,
): Promise<void> {
  const began = cause.kind === 'started'
  const was = !began && statusOf(before) === 'automated'
  const is = statusOf(after) === 'automated'
  if (!began && was === is) return
  const together = was === is ? 0 : await moveCounter(tx, forceId, is ? 1 : -1)
  const turns = was && !is ? after.visitorTurns - (before.countedTurns ?? 0) : 0
  const limited = began && cause.limit ? 1 : 0
  await tx.run(
    `INSERT INTO usage_months (force_id, month, contacts, turns, most, limited) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (force_id, month) DO UPDATE SET contacts = usage_months.contacts + excluded.contacts,
       turns = usage_months.turns + excluded.turns, limited = usage_months.limited + excluded.limited,
       most = CASE WHEN excluded.most > usage_months.most THEN excluded.most ELSE usage_months.most END`,
    [forceId, monthOf(now, zone), began ? 1 : 0, turns, together, limited],
  )
}

async function moveCounter(tx: Transaction, forceId: string, by: 1 | -1): Promise<number> {
  const [row] = await tx.all<{ value: number }>(
    `INSERT INTO counters (force_id, name, value) VALUES (?, 'automated', ?)
     ON CONFLICT (force_id, name) DO UPDATE SET value = counters.value + excluded.value RETURNING value`,
    [forceId, by],
  )
  return Number(row?.value ?? 0)
}
