import { randomUUID } from 'node:crypto'
import { AppError } from '../../schema/app-error.ts'
import type { Principal } from '../accounts/principal.ts'
import { takeTurnIn } from '../contact/take-turn.ts'
import type { Services } from '../services.ts'

export type OperatorAct =
  | { does: 'join' }
  | { does: 'say'; text: string }
  | { does: 'return' }
  | { does: 'close'; outcome: string }

const refusals = {
  closed: 'This contact has ended.',
  taken: 'Somebody else has this contact.',
  'not-owner': 'Pick this contact up first.',
  stale: 'This cannot be done with the contact as it is now.',
  'not-found': 'There is no such contact.',
} as const

/**
 * A person does something in a contact of their force. Picking up what one has already is no fault: the answer to the
 * first time may have been lost. Where `key` comes from the browser, the same key again counts once.
 */
export async function actOnContact(
  services: Services,
  principal: Principal,
  contactId: string,
  act: OperatorAct,
  key: string = randomUUID(),
): Promise<{ ok: true; seq: number }> {
  const by = { id: principal.userId, name: principal.name }
  return services.db.write(async (tx) => {
    const [row] = await tx.all<{ seq: number; owner_id: string | null }>(
      'SELECT seq, owner_id FROM contacts WHERE id = ? AND force_id = ?',
      [contactId, principal.forceId],
    )
    if (!row) throw new AppError('not-found', refusals['not-found'])
    const cause = { kind: 'operator', by, ...act } as const
    const turn = await takeTurnIn(tx, services, contactId, cause, `operator:${principal.userId}:${key}`)
    if (turn.taken) return { ok: true, seq: turn.seq }
    if (turn.refused === 'taken' && row.owner_id === principal.userId) return { ok: true, seq: row.seq }
    throw new AppError(turn.refused === 'not-found' ? 'not-found' : 'conflict', refusals[turn.refused])
  })
}
