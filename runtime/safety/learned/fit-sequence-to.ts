import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { openBook } from '../open-book.ts'
import { augment } from './augment.ts'
import { CLASSES } from './decide.ts'
import { fitSequence, type SequenceExample } from './fit-sequence.ts'
import { CHANGED_WEIGHT, weightOf } from './folds.ts'
import { readMessage } from './read-message.ts'
import { type Sequence, toSequence } from './sequence-input.ts'
import type { SequenceWeights } from './sequence-model.ts'

const SETTINGS = { epochs: 6, rate: 0.003 }

const book = openBook()

/** A sequence model of exactly these messages, and of changed copies of them. */
export function fitSequenceTo(rows: readonly LabelledMessage[], seed: number): SequenceWeights {
  const kinds = [...new Set(rows.map(({ category }) => category))].sort()
  const toExample = (message: LabelledMessage, times: number): SequenceExample => ({
    sequence: sequenceOf(message),
    label: CLASSES.indexOf(message.label),
    kind: kinds.indexOf(message.category),
    weight: times * weightOf(message),
  })
  const examples = [
    ...rows.map((message) => toExample(message, 1)),
    ...augment(rows, 92 + seed).map((message) => toExample(message, CHANGED_WEIGHT)),
  ]
  return fitSequence(examples, CLASSES.length, kinds.length, { ...SETTINGS, seed })
}

/** A labelled message as the sequence model reads it. */
export function sequenceOf(message: LabelledMessage): Sequence {
  return toSequence(readMessage(message.text, toEarlier(message), book))
}
