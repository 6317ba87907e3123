import { Worker } from 'node:worker_threads'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { sequenceOf } from './fit-sequence-to.ts'
import { FOLDS, folds } from './folds.ts'
import { type SequenceFile, toSequenceFile, toSequenceWeights } from './sequence-file.ts'
import { oddsOf, SequenceModel, type SequenceWeights } from './sequence-model.ts'

/** On how many threads models are trained. */
const THREADS = 3

/**
 * Trains the sequence model on labelled messages, and once for each fold without it, so that the file also holds what
 * is said of every message by a model that has not seen it: that is what the rest of the layer is tried with. `others`
 * are sets of messages that it is to be trained on besides, for figures.
 */
export async function trainSequence(
  rows: readonly LabelledMessage[],
  others: readonly (readonly LabelledMessage[])[],
  seed: number,
): Promise<{ file: SequenceFile; others: SequenceModel[] }> {
  const foldOf = folds(rows)
  const parts = Array.from({ length: FOLDS }, (_, fold) => rows.filter((message) => foldOf(message) !== fold))
  const jobs = [rows, ...parts, ...others]
  const [whole, ...rest] = await fitAside(jobs, seed)
  if (whole === undefined) throw new Error('No sequence model was trained')
  const models = rest.map(openRounded)
  const unseen = rows.map((message) => {
    const model = models[foldOf(message)]
    if (model === undefined) throw new Error(`No model has not seen ${message.id}`)
    return { id: message.id, text: message.text, odds: oddsOf(model, sequenceOf(message)) }
  })
  return { file: toSequenceFile(whole, unseen), others: models.slice(FOLDS) }
}

/** The model as it will be shipped, with its table rounded to bytes. */
function openRounded(weights: SequenceWeights): SequenceModel {
  return new SequenceModel(toSequenceWeights(toSequenceFile(weights, [])))
}

/** Trains a model on each set of messages, on threads of their own that start at once; in the order of the sets. */
async function fitAside(sets: readonly (readonly LabelledMessage[])[], seed: number): Promise<SequenceWeights[]> {
  const done: SequenceWeights[] = []
  const work = (thread: number): Promise<void> => {
    const mine = [...sets.keys()].filter((at) => at % THREADS === thread)
    const worker = new Worker(new URL('./sequence-worker.ts', import.meta.url), {
      workerData: { sets: mine.map((at) => sets[at]), seed },
    })
    return new Promise((resolve, reject) => {
      worker.once('message', (fitted: SequenceWeights[]) => {
        for (const [place, at] of mine.entries()) {
          const weights = fitted[place]
          if (weights !== undefined) done[at] = weights
        }
        resolve()
      })
      worker.once('error', reject)
    })
  }
  await Promise.all(Array.from({ length: THREADS }, (_, thread) => work(thread)))
  return done
}
