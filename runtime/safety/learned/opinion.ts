import type { LabelledMessage } from '../labelled/labelled-message.ts'
import type { Reading } from './message-features.ts'
import { readUnseen, type SequenceFile, toSequenceWeights } from './sequence-file.ts'
import { toSequence } from './sequence-input.ts'
import { type Odds, oddsOf, SequenceModel } from './sequence-model.ts'

/** What a sequence model that has not seen a message says of it. */
export type Opinion = (message: LabelledMessage, reading: Reading) => Odds

/**
 * The unseen opinion of a sequence file: for a message that it was trained on, what was written down before it was;
 * for any other, such as a force's own example, what it says now.
 */
export function openOpinion(file: SequenceFile): Opinion {
  const unseen = readUnseen(file)
  const model = new SequenceModel(toSequenceWeights(file))
  return (message, reading) => unseen(message) ?? oddsOf(model, toSequence(reading))
}
