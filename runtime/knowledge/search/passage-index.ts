import { runToEnd } from '../../run-to-end.ts'
import { toUnit } from '../meaning/embedder.ts'
import { type Stretch, splitSentences } from '../passages/split-sentences.ts'
import { createWordIndex } from '../words/word-index.ts'
import { toPlainWords } from './as-heading.ts'

/** A passage as it is searched. */
export interface Passage {
  id: string
  document: string
  version: number
  collection: string
  title: string
  heading: string
  text: string
  page?: number
}

/** Where a passage and each of its sentences stand by meaning: unit vectors. */
export interface PassageVectors {
  passage: Float32Array | undefined
  sentences: readonly (Float32Array | undefined)[]
}

export interface HeldPassage {
  passage: Passage
  sentences: readonly Stretch[]
  vectors: PassageVectors | undefined
  /** Numbers of its document's passages: first, and first after the last. */
  from: number
  to: number
  /** Words of its title and of its last heading. */
  headings: readonly ReadonlySet<string>[]
  namesTime: boolean
  namesNumber: boolean
}

export type PassageIndex = ReturnType<typeof createPassageIndex>

const timeNamed =
  /\b(?:1\d|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|century|days?|weeks?|months?|years?|hours?|minutes?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d\s?(?:am|pm)\b/i
const numberNamed =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|hundred|thousand|million|dozen)\b/i

/** So many passages are taken in at a time: a few milliseconds. */
const step = 10

/** Sentences of a passage, as they are kept and as their vectors are made. */
export function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ at, end }) => text.slice(at, end))
}

/** Passages with their words and vectors, in memory. The passages of a document are taken in and let go together. */
export function createPassageIndex(dimensions: number) {
  const words = createWordIndex()
  const held: (HeldPassage | undefined)[] = []
  const documents = new Map<string, { from: number; to: number }>()
  let matrix = new Float32Array(dimensions * 256)
  let wordMatrix = new Float32Array(dimensions * 1_024)
  let wordsWithVectors = 0

  return {
    words,
    dimensions,
    /** Takes the passages of one text in, in place of what was known under `key`. */
    add: (...text: Parameters<typeof addInSteps>): void => runToEnd(addInSteps(...text)),
    /** The same as work that yields between its steps, so that a server can go on answering. */
    addInSteps,
    remove,
    /** Unit vectors of single words, by their number, one after the other; nothing without a model that has them. */
    wordVectors: () => (wordsWithVectors > 0 ? wordMatrix : undefined),
    get: (ordinal: number) => held[ordinal],
    keys: (): string[] => [...documents.keys()],
    /** How many numbers were given out: passages that are gone keep theirs. */
    numbered: () => held.length,
    passages: () => held.filter((passage) => passage !== undefined).length,
    /** Writes into `cosines` how near each passage is to `vector`, by number. Exact: every passage is looked at. */
    compare(vector: Float32Array, cosines: Float32Array): void {
      for (let ordinal = 0, at = 0; ordinal < held.length; ordinal++) {
        let sum = 0
        for (let d = 0; d < dimensions; d++, at++) sum += (vector[d] ?? 0) * (matrix[at] ?? 0)
        cosines[ordinal] = sum
      }
    },
  }

  function* addInSteps(
    key: string,
    passages: readonly Passage[],
    vectors: readonly (PassageVectors | undefined)[],
    vectorOfWord?: (word: string) => Float32Array | undefined,
  ): Generator<void, void> {
    remove(key)
    const from = held.length
    const to = from + passages.length
    for (const [index, passage] of passages.entries()) {
      if (index % step === step - 1) yield
      const { title, heading, text } = passage
      const sentences = splitSentences(text)
      const own = vectors[index]
      words.add({ title, heading, sentences: sentences.map(({ at, end }) => text.slice(at, end)) })
      held.push({
        passage,
        sentences,
        vectors: own,
        from,
        to,
        headings: [title, heading.split(' › ').at(-1) ?? ''].map(toPlainWords),
        namesTime: timeNamed.test(text),
        namesNumber: numberNamed.test(text),
      })
      if (own?.passage) matrix = withRow(matrix, from + index, own.passage)
    }
    documents.set(key, { from, to })
    if (!vectorOfWord) return
    for (; wordsWithVectors < words.vocabulary().length; wordsWithVectors++) {
      const vector = vectorOfWord(words.writtenAs(wordsWithVectors))
      wordMatrix = withRow(wordMatrix, wordsWithVectors, (vector && toUnit(vector)) ?? new Float32Array(dimensions))
    }
  }

  function remove(key: string): void {
    const known = documents.get(key)
    if (!known) return
    documents.delete(key)
    for (let ordinal = known.from; ordinal < known.to; ordinal++) {
      for (const term of words.remove(ordinal))
        if (term < wordsWithVectors) wordMatrix.fill(0, term * dimensions, (term + 1) * dimensions)
      held[ordinal] = undefined
      matrix.fill(0, ordinal * dimensions, (ordinal + 1) * dimensions)
    }
  }
}

/** The matrix with `row` in its place: a larger one where it was too small. */
function withRow(matrix: Float32Array<ArrayBuffer>, at: number, row: Float32Array): Float32Array<ArrayBuffer> {
  const from = at * row.length
  let target = matrix
  if (from + row.length > matrix.length) {
    target = new Float32Array(Math.max(matrix.length * 2, from + row.length))
    target.set(matrix)
  }
  target.set(row, from)
  return target
}
