import { type Embedder, toUnit } from '../meaning/embedder.ts'
import { findCandidates } from './find-candidates.ts'
import { type Examined, featureNames, lookCloser } from './look-closer.ts'
import type { Passage, PassageIndex } from './passage-index.ts'
import { type Question, toQuestion } from './to-question.ts'
import { weightsFor } from './weights.ts'

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

export interface Found {
  question: Question
  ranked: Ranked[]
}

/** The passages that may answer, best first. */
export async function searchPassages(
  asked: Asked,
  index: PassageIndex,
  embedder: Embedder | undefined,
): Promise<Found> {
  const question = toQuestion(asked.text, asked.history ?? [], index.words)
  await embedder?.words?.load(question.terms.map(({ word }) => word))
  const vector = embedder && (await toVector(question, embedder))
  return rank(question, vector, asked, index, embedder)
}

/** The same without a model, at once. */
export function searchByWords(asked: Asked, index: PassageIndex): Found {
  return rank(toQuestion(asked.text, asked.history ?? [], index.words), undefined, asked, index, undefined)
}

function rank(
  question: Question,
  vector: Float32Array | undefined,
  asked: Asked,
  index: PassageIndex,
  embedder: Embedder | undefined,
): Found {
  const weights = weightsFor(embedder)
  const candidates = findCandidates(question, vector, index, asked.allowed ?? (() => true))
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

/** Where a question stands by meaning: its last words most of all, what was said before less and less. */
async function toVector(question: Question, embedder: Embedder): Promise<Float32Array | undefined> {
  const vectors = await embedder.embed(question.turns.map(({ text }) => text))
  const sum = new Float32Array(embedder.dimensions)
  vectors.forEach((vector, turn) => {
    const weight = question.turns[turn]?.weight ?? 0
    for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] ?? 0) + weight * (vector?.[d] ?? 0)
  })
  return toUnit(sum)
}
