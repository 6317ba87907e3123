import type { Event } from '../../schema/event.ts'
import type { Transaction } from '../db/database.ts'
import { keepReport } from '../reports/keep-report.ts'
import type { Services } from '../services.ts'
import { countUsage } from '../usage/count-usage.ts'
import type { Cause } from './cause.ts'
import { commitTurn } from './commit-turn.ts'
import { computeTurn } from './compute-turn.ts'
import { type ContactRow, type ContactState, contactColumns } from './contact-state.ts'
import { recordFacts } from './facts.ts'
import { loadFlow } from './load-flow.ts'
import { fillQueuePosition } from './queue-position.ts'
import type { Refusal, Turn } from './turn.ts'
import { writeStays } from './write-stays.ts'

/** What came of a cause: the events it caused, also when it had been taken before (`repeated`), or why nothing did. */
export type TakenTurn =
  | {
      taken: true
      contact: string
      seq: number
      events: Event[]
      repeated: boolean
      /** Whether a person of the force has the contact now. */
      attended: boolean
    }
  | { taken: false; refused: Refusal['refused'] | 'not-found' }

/**
 * Lets a contact take a turn: what happened, `cause`, and all that it causes, in one transaction that is durable before
 * this resolves. The same `key` again gives the same answer and changes nothing.
 */
export async function takeTurn(services: Services, contactId: string, cause: Cause, key: string): Promise<TakenTurn> {
  return services.db.write((tx) => takeTurnIn(tx, services, contactId, cause, key))
}

/** `takeTurn` within a transaction that does something else too, such as removing the timer that fired. */
export async function takeTurnIn(
  tx: Transaction,
  services: Services,
  contactId: string,
  cause: Cause,
  key: string,
): Promise<TakenTurn> {
  const [row] = await tx.all<ContactRow>(`SELECT ${contactColumns} FROM contacts WHERE id = ?`, [contactId])
  if (!row) return { taken: false, refused: 'not-found' }
  const repeated = await findTaken(tx, contactId, key)
  if (repeated) return repeated

  const flow = await loadFlow(tx, services.flows, services.types, row.flow_id, row.flow_version)
  const before = JSON.parse(row.state) as ContactState
  const now = services.clock.now()
  const asked = recordFacts(services.nodeServices(row.force_id), services.escalationsOf(row.force_id))
  const world = {
    now,
    zone: services.zoneOf(row.force_id),
    number: row.number,
    services: asked.services,
    adviceWords: services.adviceWordsFor(row.force_id),
    escalations: asked.escalations,
  }
  const turn = computeTurn(flow, before, cause, world, services.assessFor(row.force_id))
  if ('refused' in turn) return { taken: false, refused: turn.refused }

  if (cause.kind === 'visitor') nameMessage(turn, key)
  await fillQueuePosition(tx, row, turn, {
    now,
    isStaffed: (department) =>
      services
        .nodeServices(row.force_id)
        .departments()
        .some(({ id, operators }) => id === department && operators > 0),
  })
  const events = await commitTurn(tx, row, before, cause, key, turn, now, asked.facts())
  const told = { id: contactId, force_id: row.force_id, locale: turn.state.locale }
  for (const report of turn.reports) await keepReport(tx, told, report, world.zone, now)
  await countUsage(tx, { forceId: row.force_id, zone: world.zone, now }, before, turn.state, cause)
  await writeStays(tx, row, before, turn.state, now)
  tx.afterCommit(() => {
    services.announce({
      contactId,
      forceId: row.force_id,
      inbox: concernsInbox(before, turn),
      effects: turn.effects.started.length > 0,
    })
  })
  return {
    taken: true,
    contact: contactId,
    seq: turn.state.seq,
    events,
    repeated: false,
    attended: turn.state.owner !== undefined,
  }
}

/** Gives the visitor's own message the key that their client sent it under, so that it knows it again in the stream. */
function nameMessage(turn: Turn, key: string): void {
  const [first, ...rest] = turn.events
  if (first?.type === 'message' && first.from === 'visitor') turn.events = [{ ...first, key }, ...rest]
}

/** Whether the inbox shows something else after this turn. */
function concernsInbox(before: ContactState, turn: Turn): boolean {
  const withPeople = [before, turn.state].some((state) => state.queue !== undefined || state.owner !== undefined)
  return withPeople || turn.alert !== undefined || turn.task !== undefined || turn.effects.stopped
}

async function findTaken(tx: Transaction, contactId: string, key: string): Promise<TakenTurn | undefined> {
  const [turn] = await tx.all<{ first_seq: number; last_seq: number }>(
    'SELECT first_seq, last_seq FROM turns WHERE contact_id = ? AND key = ?',
    [contactId, key],
  )
  if (!turn) return undefined
  const events = await readEvents(tx, contactId, turn.first_seq - 1, turn.last_seq)
  return { taken: true, contact: contactId, seq: turn.last_seq, events, repeated: true, attended: false }
}

/** The events of a contact after number `after`, up to `last`, in order. */
export async function readEvents(
  reader: Pick<Transaction, 'all'>,
  contactId: string,
  after: number,
  last = Number.MAX_SAFE_INTEGER,
): Promise<Event[]> {
  const rows = await reader.all<{ seq: number; at: number; body: string }>(
    'SELECT seq, at, body FROM events WHERE contact_id = ? AND seq > ? AND seq <= ? ORDER BY seq',
    [contactId, after, last],
  )
  return rows.map((row) => ({ ...JSON.parse(row.body), seq: row.seq, at: new Date(row.at).toISOString() }) as Event)
}
