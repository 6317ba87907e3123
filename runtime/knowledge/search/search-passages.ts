import type { Embedder } from '../meaning/embedder.ts'
import { findCandidates } from './find-candidates.ts'
import { type Examined, featureNames, lookCloser } from './look-closer.ts'
import type { Passage, PassageIndex } from './passage-index.ts'
import { type Question, toQuestion } from './to-question.ts'
import { type Weights, weightsFor } from './weights.ts'

export interface Ranked extends Examined {
  /** Sum of the weighed features. Compares passages for one question; says nothing across questions. */
  score: number
  /** Share of this passage among the candidates, as the weights see it: 0 to 1. */
  share: number
}

export interface Asked {
  text: string
  /** What was said before, newest first. */
  history?: readonly string[]
  /** Which passages may be looked at; the same for all passages of a document. */
  allowed?: (passage: Passage) => boolean
}

/** The passages that may answer, best first. */
export async function searchPassages(
  asked: Asked,
  index: PassageIndex,
  embedder: Embedder | undefined,
  weights: Weights = weightsFor(embedder),
): Promise<{ question: Question; ranked: Ranked[] }> {
  const question = toQuestion(asked.text, asked.history ?? [], index.words)
  await embedder?.words?.load(question.terms.map(({ word }) => word))
  const candidates = await findCandidates(question, index, embedder, asked.allowed ?? (() => true))
  const scored = lookCloser(question, candidates, index, embedder).map((examined) => ({
    ...examined,
    score: featureNames.reduce((sum, name) => sum + weights[name] * examined.features[name], 0),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0)
  const ranked = scored
    .map((one) => ({ ...one, share: Math.exp(one.score - best) / all }))
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
  return { question, ranked }
}
