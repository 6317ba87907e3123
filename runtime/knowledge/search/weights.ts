import type { Embedder } from '../meaning/embedder.ts'
import type { Features } from './look-closer.ts'

export type Weights = Features

/** Learned by softmax regression over the candidates of public question sets; the README says which, and what they reach on questions kept apart.
 * `asHeading` was set by hand: those sets have no questions as headings, and documents of a force do. */
const wordsOnly: Weights = {
  words: 2.18,
  document: 3.45,
  neighbour: 0.81,
  title: 2.98,
  together: 1.17,
  sentence: 2.67,
  covered: 1.78,
  time: 0.83,
  number: 0.92,
  sentenceMeaning: 0,
  alike: 0,
  sentenceAlike: 0,
  asHeading: 2.5,
}
const withVectors: Weights = {
  words: 2.03,
  document: 2.09,
  neighbour: 1.6,
  title: 1.46,
  together: 1.2,
  sentence: 1.99,
  covered: 2.02,
  time: 0.65,
  number: 0.35,
  sentenceMeaning: 0.74,
  alike: 0,
  sentenceAlike: 0,
  asHeading: 2.5,
}
const withWordVectors: Weights = {
  words: 1.56,
  document: 3.03,
  neighbour: 0.8,
  title: 2.77,
  together: 0.87,
  sentence: 1.21,
  covered: 1.15,
  time: 0.76,
  number: 0.85,
  sentenceMeaning: 0.9,
  alike: 1.54,
  sentenceAlike: 1.96,
  asHeading: 2.5,
}

export function weightsFor(embedder: Embedder | undefined): Weights {
  return embedder?.words ? withWordVectors : embedder ? withVectors : wordsOnly
}
