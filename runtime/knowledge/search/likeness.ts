import type { Embedder } from '../meaning/embedder.ts'
import { toUnit } from '../meaning/embedder.ts'
import type { PassageIndex } from './passage-index.ts'
import type { QuestionTerm } from './to-question.ts'

/** How like the words of the passages are to the terms of a question. */
export interface Likeness {
  /** The place of a word in the two tables: `place + n` is its value for term `n` of the question. */
  placeOf(term: number): number
  /** 1 where it is this word, less where it is another form of it, else 0. */
  word(): Float32Array
  /** The same, and by the meaning of the two words. */
  meaning(): Float32Array
}

/** Worked out once for each word that comes up: passages that are candidates share most of theirs. */
export function createLikeness(
  terms: readonly QuestionTerm[],
  { words, wordVectors, dimensions }: PassageIndex,
  embedder: Embedder | undefined,
): Likeness {
  const count = terms.length
  const forms = new Map<number, { at: number; weight: number }[]>()
  terms.forEach((term, at) => {
    for (const { stem, weight } of term.forms) {
      const number = words.numberOf(stem)
      if (number !== undefined) forms.set(number, [...(forms.get(number) ?? []), { at, weight }])
    }
  })
  const asked = new Float32Array(count * dimensions)
  terms.forEach(({ word }, at) => {
    const vector = embedder?.words?.ready(word)
    const unit = vector && toUnit(vector)
    if (unit) asked.set(unit, at * dimensions)
  })
  const known = wordVectors()
  const places = new Map<number, number>()
  let byWord = new Float32Array(count * 1_024)
  let byMeaning = new Float32Array(count * 1_024)

  return {
    word: () => byWord,
    meaning: () => byMeaning,
    placeOf(term) {
      const before = places.get(term)
      if (before !== undefined) return before
      const place = places.size * count
      places.set(term, place)
      if (place + count > byWord.length) {
        byWord = larger(byWord)
        byMeaning = larger(byMeaning)
      }
      const own = term * dimensions
      if (known && own + dimensions <= known.length)
        for (let at = 0; at < count; at++) {
          const from = at * dimensions
          let sum = 0
          for (let d = 0; d < dimensions; d++) sum += (asked[from + d] ?? 0) * (known[own + d] ?? 0)
          if (sum > 0) byMeaning[place + at] = sum
        }
      for (const { at, weight } of forms.get(term) ?? []) {
        byWord[place + at] = Math.max(byWord[place + at] ?? 0, weight)
        byMeaning[place + at] = Math.max(byMeaning[place + at] ?? 0, weight)
      }
      return place
    },
  }
}

function larger(table: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const next = new Float32Array(table.length * 2)
  next.set(table)
  return next
}
