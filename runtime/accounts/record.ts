import { type AuditDraft, appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { type Principal, toActor } from './principal.ts'

/** Records what somebody did to an account, in the transaction that does it. */
export async function recordAccount(
  tx: Transaction,
  principal: Principal,
  at: number,
  does: string,
  userId: string,
  more: { operation?: AuditDraft['operation']; details?: object } = {},
): Promise<void> {
  await appendEntry(tx, {
    forceId: principal.forceId,
    at,
    actor: toActor(principal, 'admin'),
    operation: more.operation ?? 'setting',
    objectType: 'account',
    objectId: userId,
    outcome: 'done',
    payload: { does, ...more.details },
  })
}
