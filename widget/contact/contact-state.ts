import type { Event } from '../../schema/event.ts'
import type { Input } from '../../schema/input.ts'

/** Something the visitor did that the server has not acknowledged. What is acknowledged is an event, and only then "Sent". */
export interface Outgoing {
  /** The same for every try, so that the server keeps it once. */
  readonly key: string
  readonly input: Input
  /** Number of the prompt that it answers. */
  readonly prompt?: number
  /** The visitor's words, or the label of their choice; '' for what has no words. */
  readonly shown: string
  readonly state: 'sending' | 'failed'
}

/** Everything the screens are drawn from. */
export interface ContactState {
  /** `refused`: this site may not use the chat. `gone`: the server does not know the contact any more. */
  readonly phase: 'idle' | 'starting' | 'live' | 'refused' | 'gone'
  readonly locale: string
  readonly events: readonly Event[]
  readonly outbox: readonly Outgoing[]
  /** Which prompt each of this page's own inputs answered, by key. */
  readonly answered: ReadonlyMap<string, number | undefined>
  /** `offline`: the server cannot be heard. `busy`: it answers that it cannot serve now. */
  readonly trouble?: 'offline' | 'busy'
  /** Key of the message for which this page itself shows the 999 advice. */
  readonly danger?: string
  /** An input that the server will not take, with its reason: the words go back into the box. */
  readonly returned?: { readonly text: string; readonly message: string }
  /** Name of the operator who is writing now. */
  readonly typing?: string
  /** What is being written by a model, as markup: it stands in no log, and may be taken back. */
  readonly provisional?: string
  /** Number of the last event that whoever has the contact has read. */
  readonly seen?: number
}

/** What moves a contact from one state to the next. */
export type Change = { -readonly [Name in keyof ContactState]?: ContactState[Name] }

/** Every string in `input`, to be searched for danger. Its kind is among them, and does no harm. */
export const wordsIn = (input: Input): string[] =>
  Object.values(input.kind === 'fields' ? input.values : input).filter((value) => typeof value === 'string')
