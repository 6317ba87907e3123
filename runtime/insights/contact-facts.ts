import type { Ending, Reason } from '../../schema/insights.ts'

/**
 * What figures need to know of one contact, and no more: no words, no name, no number of a person. Everything here
 * follows from the contact's row, journal and events, so it can be made again at any time. Times are in seconds.
 */
export interface ContactFacts {
  contactId: string
  /** Day and hour in the force's zone on which it began: `2026-11-20`, 0 to 23. */
  day: string
  hour: number
  /** Milliseconds since 1970. */
  beganAt: number
  endedAt: number | null
  flowId: string
  flowVersion: number
  siteId: string
  intent: string
  department: string
  verdict: string
  ending: Ending
  reason: Reason | null
  /** Who was in it first. */
  operatorId: string | null
  /** Where the visitor stood when they left. */
  leftAt: string | null
  /** Index of the furthest of `journeySteps`. */
  journey: number
  visitorTurns: number
  waited: number | null
  firstResponse: number | null
  handled: number | null
  lasted: number | null
  /** Fingerprint of the phone number or address that was left, to see who comes back. */
  person: string | null
}

/** What a contact is made of, as the database has it. */
export interface ContactRecord {
  id: string
  siteId: string
  flowId: string
  flowVersion: number
  intent: string | null
  department: string | null
  verdict: string
  createdAt: number
  closedAt: number | null
  closeReason: string | null
  turns: readonly { at: number; byVisitor: boolean; path: readonly string[] }[]
  /** Persons coming, going and speaking, in order. */
  people: readonly { at: number; kind: 'joined' | 'left' | 'said'; by: string }[]
}

/** What has to be known of the flow: the type of the node at a place of the machine. */
export type TypeOf = (nodeKey: string) => string | undefined

/** A step of the machine: the node at which an event happened. */
interface Move {
  at: number
  node: string
  event: string
}

export function toContactFacts(
  contact: ContactRecord,
  typeOf: TypeOf,
  when: { day: string; hour: number },
  person: string | null,
): ContactFacts {
  const moves = contact.turns.flatMap(({ at, path }) => path.map((step) => toMove(at, step)))
  const arrival = moves.findIndex(({ node }) => typeOf(node) === 'handover')
  const asked = moves[arrival]
  const joined = contact.people.find(({ kind }) => kind === 'joined')
  const said = contact.people.find(({ kind }) => kind === 'said')
  const ending = endingOf(contact, asked !== undefined, joined !== undefined)
  const since = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? null : Math.max(0, Math.round((to - from) / 1000))
  return {
    contactId: contact.id,
    ...when,
    beganAt: contact.createdAt,
    endedAt: contact.closedAt,
    flowId: contact.flowId,
    flowVersion: contact.flowVersion,
    siteId: contact.siteId,
    intent: contact.intent ?? '',
    department: contact.department ?? '',
    verdict: contact.verdict,
    ending,
    reason: asked ? reasonOf(moves, arrival, typeOf) : null,
    operatorId: joined?.by ?? null,
    leftAt: ending === 'left' ? (moves.findLast(({ node }) => !node.startsWith('$'))?.node ?? null) : null,
    journey: journeyOf(contact, moves, ending, typeOf),
    visitorTurns: contact.turns.filter(({ byVisitor }) => byVisitor).length,
    waited: since(asked?.at, joined?.at),
    firstResponse: since(asked?.at, said?.at),
    handled: joined ? handled(contact) : null,
    lasted: since(contact.createdAt, contact.closedAt ?? undefined),
    person,
  }
}

function toMove(at: number, step: string): Move {
  const space = step.indexOf(' ')
  return { at, node: step.slice(0, space), event: step.slice(space + 1) }
}

const byThemselves = new Set(['visitor-left', 'other', 'nobody-there'])

function endingOf(contact: ContactRecord, asked: boolean, joined: boolean): Ending {
  if (contact.closedAt === null) return 'open'
  if (joined) return 'person'
  if (asked) return 'unattended'
  if (byThemselves.has(contact.closeReason ?? 'other')) return 'left'
  return contact.closeReason === 'reported' ? 'reported' : 'answered'
}

/** Node types that only pass a contact on: what counts is what came before them. */
const passing = new Set(['message', 'route', 'condition', 'set-variables', 'office-hours', 'start', 'call-flow'])

function reasonOf(moves: readonly Move[], arrival: number, typeOf: TypeOf): Reason {
  if (moves[arrival]?.node === '$emergency') return 'emergency'
  if (moves[arrival]?.node === '$safeguarding') return 'safeguarding'
  const before = moves
    .slice(0, arrival)
    .findLast(({ node, event }) => !event.startsWith('step.') && !passing.has(typeOf(node) ?? ''))
  if (!before) return 'by-design'
  if (before.event === 'safety.emergency' || before.event === 'outcome.emergency') return 'emergency'
  if (before.event === 'safety.safeguarding' || before.event === 'outcome.safeguarding') return 'safeguarding'
  if (before.event === 'visitor.asked-for-person') return 'asked'
  if (before.event === 'flow.failed') return 'system-failed'
  switch (typeOf(before.node)) {
    case 'rag-answer':
      return before.event === 'outcome.not-answered' ? 'no-answer' : 'by-design'
    case 'http-action':
      return before.event === 'outcome.failed' ? 'system-failed' : 'by-design'
    case 'intent-capture':
      return before.event === 'outcome.other' ? 'not-understood' : 'by-design'
    default:
      return before.event === 'outcome.gave-up' ? 'not-understood' : 'by-design'
  }
}

function journeyOf(contact: ContactRecord, moves: readonly Move[], ending: Ending, typeOf: TypeOf): number {
  const happened = (type: string, event: string) =>
    moves.some((move) => move.event === event && typeOf(move.node) === type)
  if (happened('survey', 'outcome.completed')) return 5
  if (ending === 'person' || ending === 'answered' || ending === 'reported') return 4
  if (happened('rag-answer', 'outcome.answered') || happened('interview', 'outcome.completed')) return 3
  if (contact.people.length > 0) return 3
  if (contact.intent) return 2
  return happened('safety-check', 'outcome.safe') ? 1 : 0
}

/** Seconds with a person there, however often one came and went. */
function handled(contact: ContactRecord): number | null {
  let total = 0
  let from: number | undefined
  for (const { at, kind } of contact.people) {
    if (kind === 'joined') from ??= at
    if (kind !== 'left' || from === undefined) continue
    total += at - from
    from = undefined
  }
  if (from !== undefined) {
    if (contact.closedAt === null) return null
    total += contact.closedAt - from
  }
  return Math.round(total / 1000)
}
