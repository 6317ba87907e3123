import type { QueuePriority } from '../../nodes/kit/step.ts'
import type { EarlierMessage, Verdict } from '../../schema/assessment.ts'
import type { Prompt } from '../../schema/prompt.ts'
import type { Locale } from '../../schema/text.ts'
import type { Value } from '../../schema/values.ts'
import type { StatePath } from '../compile/machine.ts'
import type { StaffMember } from './cause.ts'

/** Everything a contact is between two turns. It is data: kept as JSON, and computed anew by replaying the journal. */
export interface ContactState {
  /** Where the machine is: `ask-intent.waiting`. */
  path: StatePath
  /** Number of the last event. */
  seq: number
  /** Turns so far, of every kind. */
  turns: number
  /** Turns that the visitor took. */
  visitorTurns: number
  /** How many of them were taken before the flow got the contact back from people. */
  countedTurns?: number | undefined
  values: Record<string, Value>
  /** The memory of the node that the contact is at. */
  memory?: unknown
  /** What the visitor is asked for now, with the number of its event. */
  prompt?: { seq: number; prompt: Prompt } | undefined
  /** Node to go back to when a person, called from anywhere, gives the contact back. */
  back?: string | undefined
  locale: Locale
  verdict: Verdict
  intent: string
  department: string
  /** Stays while a person has the contact: where it goes back to. `passed`: it was with somebody, so it goes first. */
  queue?:
    | { department: string; priority: QueuePriority; reason: string; since: number; passed?: boolean | undefined }
    | undefined
  owner?: StaffMember | undefined
  ownerSince?: number | undefined
  /** Since when the visitor waits for words of the owner. */
  asked?: number | undefined
  /** The visitor was told that the owner has been silent for long. */
  silent?: boolean | undefined
  /** How often the flow did not understand the visitor, and how often something of it failed. */
  unsure?: number | undefined
  failed?: number | undefined
  /** Rules of departments that have fired: each does so once. */
  escalated?: string[] | undefined
  /** Kind of danger of the gravest assessment. */
  category?: string | undefined
  /** Nobody came for a safeguarding contact: it goes on in the flow, and is not taken out of it again for the same reason. */
  unattended?: boolean | undefined
  /** What the visitor wrote last in their own words. */
  lastWords?: string | undefined
  /** The last few messages, oldest first: context for the detector. */
  recent: EarlierMessage[]
  closed?: { reason: string; at: number } | undefined
}

export const recentMessages = 6

/** A contact that is about to begin. */
export function newContact(path: StatePath, locale: Locale): ContactState {
  return {
    path,
    seq: 0,
    turns: 0,
    visitorTurns: 0,
    values: {},
    locale,
    verdict: 'none',
    intent: '',
    department: '',
    recent: [],
  }
}

/** Name of the state's node: the first part of its path. */
export function nodeKey(path: StatePath): string {
  const at = path.indexOf('.')
  return at < 0 ? path : path.slice(0, at)
}

/** The owner no longer has it. */
export function letGo(state: ContactState): void {
  state.owner = state.ownerSince = state.asked = state.silent = undefined
}

/** From now on `owner` has it, and the visitor waits for their first words. */
export function takeUp(state: ContactState, owner: StaffMember, now: number): void {
  state.owner = owner
  state.ownerSince = state.asked = now
  // What the waiting offered is over too.
  state.silent = state.unattended = state.prompt = undefined
}

/** `automated`, `waiting` for a person, `with-operator`, or `closed`. */
export function statusOf(state: ContactState): 'automated' | 'waiting' | 'with-operator' | 'closed' {
  if (state.closed) return 'closed'
  if (state.owner) return 'with-operator'
  return state.queue ? 'waiting' : 'automated'
}

/** A row of `contacts`, as the hot path reads it. */
export interface ContactRow {
  id: string
  force_id: string
  site_id: string
  number: number
  token_hash: string
  flow_id: string
  flow_version: number
  version: number
  state: string
  last_words: string
}

export const contactColumns =
  'id, force_id, site_id, number, token_hash, flow_id, flow_version, version, state, last_words'
