import { randomUUID } from 'node:crypto'
import { AppError } from '../../schema/app-error.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Cause, StaffMember, Team } from '../contact/cause.ts'
import { readEvents, takeTurnIn } from '../contact/take-turn.ts'
import type { Transaction } from '../db/database.ts'
import type { Offered } from '../replies/learn.ts'
import { learnFromReply } from '../replies/learn-from-reply.ts'
import { lastWords } from '../replies/suggest.ts'
import type { Services } from '../services.ts'
import { toCorrectedValue } from './correct-value.ts'
import { insertNote } from './notes.ts'
import { getSeen, type SeenContact, supervises } from './rights.ts'

export type OperatorAct =
  | { does: 'join' }
  | { does: 'say'; text: string; offered?: Offered | undefined }
  | { does: 'return'; node?: string | undefined }
  | { does: 'close'; outcome: string }
  | { does: 'transfer'; department: string; note?: string | undefined }
  | { does: 'assign'; person: string; note?: string | undefined }
  | { does: 'correct'; name: string; value: string }

const refusals = {
  closed: 'This contact has ended.',
  taken: 'Somebody else has this contact.',
  'not-owner': 'Pick this contact up first.',
  stale: 'This cannot be done with the contact as it is now.',
  'not-found': 'There is no such contact.',
} as const

/**
 * A person does something in a contact that they may see. Picking up what one has already is no fault: the answer to the
 * first time may have been lost. Where `key` comes from the browser, the same key again counts once.
 */
export async function actOnContact(
  services: Services,
  principal: Principal,
  contactId: string,
  act: OperatorAct,
  key: string = randomUUID(),
): Promise<{ ok: true; seq: number }> {
  return services.db.write((tx) => actOnContactIn(tx, services, principal, contactId, act, key))
}

/** `actOnContact` within a transaction that records something else too. */
export async function actOnContactIn(
  tx: Transaction,
  services: Services,
  principal: Principal,
  contactId: string,
  act: OperatorAct,
  key: string,
): Promise<{ ok: true; seq: number }> {
  const contact = await getSeen(tx, principal, contactId)
  // What it answers stands in the log before it.
  const asked = act.does === 'say' ? lastWords(await readEvents(tx, contactId, 0)) : ''
  const cause = await toCause(tx, services, principal, contact, act)
  const turn = await takeTurnIn(tx, services, contactId, cause, `operator:${principal.userId}:${key}`)
  if (turn.taken) {
    // Whoever acts is there, also without a page that is open.
    await tx.run('UPDATE presence SET seen_at = ? WHERE user_id = ?', [services.clock.now(), principal.userId])
    if (act.does === 'say' && !turn.repeated) await learnFromReply(tx, services, principal, contact, act, asked)
    if (act.does === 'close' && act.outcome === 'resolved')
      await tx.run('UPDATE reply_pairs SET good = 1 WHERE contact_id = ?', [contactId])
    if ('note' in act && act.note && !turn.repeated)
      await insertNote(tx, services, principal, contact, 'transfer', act.note)
    return { ok: true, seq: turn.seq }
  }
  if (turn.refused === 'taken' && act.does === 'join' && contact.owner?.id === principal.userId)
    return { ok: true, seq: contact.seq }
  throw new AppError(turn.refused === 'not-found' ? 'not-found' : 'conflict', refusals[turn.refused])
}

async function toCause(
  tx: Transaction,
  services: Services,
  principal: Principal,
  contact: SeenContact,
  act: OperatorAct,
): Promise<Cause> {
  const by = { id: principal.userId, name: principal.name }
  const acts = { kind: 'operator', by } as const
  const over =
    contact.owner?.id !== principal.userId && supervises(principal, contact) ? { supervises: true as const } : {}
  switch (act.does) {
    case 'join':
      return { ...acts, does: 'join' }
    case 'say':
      return { ...acts, does: 'say', text: act.text }
    case 'return':
    case 'close':
      return { ...acts, ...act, ...over }
    case 'transfer':
      return { ...acts, ...over, does: 'transfer', to: findTeam(services, principal, contact, act.department) }
    case 'assign':
      return { ...acts, ...over, does: 'assign', to: findPerson(services, principal, contact, act.person) }
    case 'correct':
      return {
        ...acts,
        ...over,
        does: 'correct',
        name: act.name,
        value: await toCorrectedValue(tx, services, contact.id, act),
      }
  }
}

/** A department that takes the contact now: nobody is sent where everybody has gone home. Danger goes anywhere. */
function findTeam(services: Services, { forceId }: Principal, contact: SeenContact, id: string): Team {
  const team = services
    .nodeServices(forceId)
    .departments()
    .find((department) => department.id === id)
  if (!team) throw new AppError('not-found', 'There is no such department.')
  if (!team.open && contact.verdict === 'none') throw new AppError('conflict', `${team.name} is closed now.`)
  return { id: team.id, name: team.name }
}

/** Somebody who is there, and may see the contact. */
function findPerson(services: Services, principal: Principal, contact: SeenContact, id: string): StaffMember {
  const person = services.desk.people(principal.forceId).find((one) => one.id === id)
  if (!person) throw new AppError('not-found', 'There is no such person.')
  if (id === principal.userId) return { id, name: principal.name }
  const works = person.departments.some(({ department }) => department === contact.department)
  if (!works && contact.verdict !== 'emergency')
    throw new AppError('conflict', `${person.name} does not work in this department. Transfer it first.`)
  if (person.state === 'offline' || person.state === 'away')
    throw new AppError('conflict', `${person.name} is not there now.`)
  return { id: person.id, name: person.name }
}
