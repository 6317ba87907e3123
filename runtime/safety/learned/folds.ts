import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { hashOf } from './hash-of.ts'
import { situations } from './situations.ts'

export const FOLDS = 5
/** First messages of ordinary contacts are many and easy, short answers come from few forms: they must not drown the rest. */
const FIRST_MESSAGE_WEIGHT = 0.15
const ANSWER_WEIGHT = 0.3
/** What a changed copy of a message counts beside the message. */
export const CHANGED_WEIGHT = 0.5

/** Messages of one situation are always in one fold. */
export function folds(rows: readonly LabelledMessage[]): (message: LabelledMessage) => number {
  const situation = situations(rows)
  return (message) => hashOf(situation.get(message.id) ?? message.id) % FOLDS
}

/** How much a message counts in training. */
export function weightOf(message: LabelledMessage): number {
  if (message.id.startsWith('w-answers-')) return ANSWER_WEIGHT
  return message.id.startsWith('i-') ? FIRST_MESSAGE_WEIGHT : 1
}

/** Figures and thresholds are about the messages that others wrote: what was written to train on is easier for its writer. */
export function isMeasured(message: LabelledMessage): boolean {
  return !/^(w|i)-/.test(message.id) && !message.id.startsWith('r2')
}
