import { createNumberList, type NumberList } from './number-list.ts'
import { toTerms } from './to-terms.ts'

/** What can be looked up: a passage, sentence by sentence, with the words that it stands under. */
export interface Indexed {
  title: string
  heading: string
  sentences: readonly string[]
}

/** A word of a question with those that mean the same here: each form counts with its weight, together they are one word. */
export interface Wanted {
  /** How much the word matters by its place: 1 for a word of the last question, less for one of an earlier turn. */
  weight: number
  forms: readonly { stem: string; weight: number }[]
}

/** The words of a passage by number: `words` in their order, `ends` where each sentence ends in them, `above` those of title and heading. */
export interface HeldWords {
  words: Uint32Array
  ends: Uint32Array
  above: Uint32Array
}

const k1 = 1.2
const lengthWeight = 0.75
const aboveWeight = 1.5
/** Counts are kept as whole sixteenths. */
const grain = 16
const none: HeldWords = { words: new Uint32Array(), ends: new Uint32Array(), above: new Uint32Array() }

export type WordIndex = ReturnType<typeof createWordIndex>

/**
 * Full text over passages, in memory: BM25 with the fields weighed into one count (BM25F), the same on every database.
 * Passages are numbered in the order in which they were added; a removed one keeps its number and is never found again.
 */
export function createWordIndex() {
  const numbers = new Map<string, number>()
  const stems: string[] = []
  const written: string[] = []
  const postings: NumberList[] = []
  const holders: number[] = []
  const held: HeldWords[] = []
  let total = 0
  let gone = 0

  return {
    /** Takes a passage in and gives its number. */
    add({ title, heading, sentences }: Indexed): number {
      const ordinal = held.length
      const words: number[] = []
      const ends: number[] = []
      for (const sentence of sentences) {
        for (const { stem, word } of toTerms(sentence)) words.push(number(stem, word))
        ends.push(words.length)
      }
      const above = toTerms(`${title}\n${heading}`).map(({ stem, word }) => number(stem, word))
      const counts = new Map<number, number>()
      for (const term of words) counts.set(term, (counts.get(term) ?? 0) + grain)
      for (const term of above) counts.set(term, (counts.get(term) ?? 0) + grain * aboveWeight)
      for (const [term, count] of counts) {
        postings[term]?.push(ordinal, count)
        holders[term] = (holders[term] ?? 0) + 1
      }
      held.push({
        words: Uint32Array.from(words),
        ends: Uint32Array.from(ends),
        above: Uint32Array.from(new Set(above)),
      })
      total += words.length
      return ordinal
    },
    /** Lets a passage go, and gives the numbers of words that stood in no other: they are forgotten. */
    remove(ordinal: number): number[] {
      const { words, above } = held[ordinal] ?? none
      if (held[ordinal] === none) return []
      const forgotten: number[] = []
      for (const term of new Set([...words, ...above])) {
        const left = (holders[term] ?? 1) - 1
        holders[term] = left
        if (left > 0) continue
        forget(term)
        forgotten.push(term)
      }
      total -= words.length
      gone++
      held[ordinal] = none
      return forgotten
    },
    /** Adds to `scores` how well each passage fits. */
    score(wanted: readonly Wanted[], scores: Float32Array): void {
      const average = Math.max(1, total / Math.max(1, held.length - gone))
      const together = new Map<number, number>()
      for (const { weight, forms } of wanted) {
        together.clear()
        const idf = idfOf(forms)
        for (const form of forms) {
          const term = numbers.get(form.stem)
          const list = term === undefined ? undefined : postings[term]
          if (!list) continue
          const values = list.values()
          for (let at = 0; at < list.length(); at += 2) {
            const ordinal = values[at] ?? 0
            together.set(ordinal, (together.get(ordinal) ?? 0) + (form.weight * (values[at + 1] ?? 0)) / grain)
          }
        }
        for (const [ordinal, count] of together) {
          const passage = held[ordinal] ?? none
          if (passage === none) continue
          const norm = k1 * (1 - lengthWeight + (lengthWeight * passage.words.length) / average)
          scores[ordinal] = (scores[ordinal] ?? 0) + (weight * idf * count * (k1 + 1)) / (count + norm)
        }
      }
    },
    idfOf,
    holders: (stem: string) => {
      const term = numbers.get(stem)
      return term === undefined ? 0 : (holders[term] ?? 0)
    },
    wordsOf: (ordinal: number) => held[ordinal] ?? none,
    numberOf: (stem: string) => numbers.get(stem),
    /** The first form in which a numbered word was written. */
    writtenAs: (term: number) => written[term] ?? '',
    vocabulary: (): readonly string[] => stems,
    /** How many numbers were given out, and how many of them are gone. */
    size: () => ({ numbered: held.length, gone }),
  }

  /** How much a word tells passages apart: its first form that any passage has decides. */
  function idfOf(forms: Wanted['forms']): number {
    const count = forms.map(({ stem }) => holders[numbers.get(stem) ?? -1] ?? 0).find((held) => held > 0) ?? 0
    return Math.log(1 + (held.length - gone - count + 0.5) / (count + 0.5))
  }

  function forget(term: number): void {
    numbers.delete(stems[term] ?? '')
    stems[term] = ''
    written[term] = ''
    postings[term] = createNumberList()
  }

  function number(stem: string, word: string): number {
    const known = numbers.get(stem)
    if (known !== undefined) return known
    numbers.set(stem, stems.length)
    stems.push(stem)
    written.push(word)
    postings.push(createNumberList())
    return stems.length - 1
  }
}
