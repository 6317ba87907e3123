import type { EventBody } from '../../schema/event.ts'
import type { Citation } from '../../schema/message.ts'
import type { Prompt } from '../../schema/prompt.ts'
import type { Value } from '../../schema/values.ts'

/**
 * What a node wants to happen. A node returns it; the engine acts on it, in one transaction, and the audit trail is
 * complete by construction.
 *
 * First what is said and remembered, then exactly one way on: `leave` by an outcome, `wait`, or `do` an effect.
 */
export interface Step {
  say?: Saying[]
  /** Variables to set. `null` clears one. */
  remember?: Record<string, Value>
  /** The node's own memory of this stay, for example which field of a form is being asked. Gone when it leaves. */
  memory?: unknown
  /** The intent that was understood, for routing and figures. */
  intent?: string
  /** The department chosen for a later handover. */
  department?: string
  /** The visitor said by a button that there is danger: treated exactly like the detector's own verdict. */
  danger?: { verdict: 'emergency' | 'safeguarding'; explanation: string }
  /** Answers of a survey: stored apart from the contact. */
  rating?: { csat?: number; nps?: number; comment?: string }
  /** Whether the last answer from documents helped, as the visitor says. */
  helped?: boolean
  /** The visitor wants to be rung up, at this number. It is kept for the department of the contact. */
  callBack?: { phone: string }
  /** Something is recorded in another system, and the visitor is told so now. Only with its reference. */
  report?: Report
  /** Something for a person to look at: with `connection`, whether a call was recorded over there. */
  task?: { text: string; connection?: string }
  /** Puts the contact in a queue. Only while it waits for an operator. */
  queue?: { department: string; priority: QueuePriority; reason: string }
  next: Next
}

export interface Report {
  reference: string
  /** When it counts as made, as clocks of the force show it: `2026-11-20T19:41`. */
  made: string
  /** What happens next, in the words that the visitor reads; '' where nothing was said. */
  next: string
  promise: 'none' | 'will-contact' | 'will-attend' | 'will-not-attend'
  /** Counted from `made`. */
  withinHours?: number
  /** Where else the confirmation goes. */
  email?: string
  /** The page of the confirmation, as it was put into the message. */
  link?: string
}

/** Worst first. An emergency is before everything, whatever its department's hours or load. */
export const queuePriorities = ['emergency', 'safeguarding', 'high', 'normal'] as const
export type QueuePriority = (typeof queuePriorities)[number]

export type Next =
  | { kind: 'leave'; outcome: string }
  /** Rests until the visitor or an operator acts, or the time limit named `limit` (see the definition) passes. */
  | { kind: 'wait'; prompt?: Omit<Prompt, 'node'>; limit?: string }
  /**
   * Asks the server for something that takes time. The result comes back as `effect.succeeded` or `effect.failed`, always:
   * the time that an effect has begins when it is made, so a server that was down in between makes it all the same.
   */
  | { kind: 'do'; effect: Effect }
  /** Nothing more will happen in this contact. */
  | { kind: 'end'; reason: string }

/** Words of the flow, in the visitor's language already; or an event of another kind, for example the queue's state. */
export type Saying = { text: string; citations?: Citation[] } | EventBody

/** What the server can do for a node. What comes back in `effect.succeeded` is described in `effect-output.ts`. */
export type Effect =
  | {
      kind: 'http'
      /** Id of a connection that an admin made: origin, allowed addresses and credential are its own. */
      connection: string
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
      /** Each entry is one path segment or query value, percent-encoded by the server. */
      path: string[]
      query: Record<string, string>
      body?: unknown
      timeoutMs: number
      tries: number
    }
  | { kind: 'answer'; question: string; collections: string[]; locale: string; history: string[] }

/** What happened while a node was resting. */
export type NodeEvent =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; value: string }
  | { kind: 'choices'; values: string[] }
  | { kind: 'fields'; values: Record<string, Value> }
  | { kind: 'rating'; csat?: number; nps?: number; comment?: string }
  | { kind: 'skip' }
  /** The visitor changed language: ask again in it, change nothing else. */
  | { kind: 'locale' }
  | { kind: 'time'; limit: string }
  | { kind: 'effect.succeeded'; output: unknown }
  /** `unknown` means that the far side may have acted, and nobody knows. */
  | { kind: 'effect.failed'; reason: 'refused' | 'timeout' | 'unreachable' | 'unknown'; status?: number }
  | { kind: 'operator.joined'; name: string }
  /** Whoever had the contact has it no longer, and it waits for somebody else. */
  | { kind: 'operator.left' }
  | { kind: 'operator.closed'; outcome: string }
  | { kind: 'operator.returned' }
