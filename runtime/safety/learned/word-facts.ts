import { conceptsOf, everydayOf } from './concepts.ts'
import { hash } from './feature-hash.ts'

/** All that the regression asks about a word by itself; worked out once for each word. */
export interface WordFacts {
  /** The word as a hash, and with numbers by their kind. */
  readonly word: number
  readonly shaped: number
  readonly concepts: readonly string[]
  /** The kinds of thing that it can be, and the everyday things that it stands for, as hashes. */
  readonly meanings: readonly number[]
  readonly everyday: readonly number[]
  /** Its runs of three to five letters, so that a word misspelled is still half the word. */
  readonly letters: readonly number[]
}

/** How many words are remembered: more than people use, and few enough for a hostile visitor not to fill the memory. */
const REMEMBERED = 20_000
const known = new Map<string, WordFacts>()

export function factsOf(word: string): WordFacts {
  const found = known.get(word)
  if (found !== undefined) return found
  const concepts = conceptsOf(word)
  const facts = {
    word: hash(SEED.word, word),
    shaped: hash(SEED.word, shape(word)),
    concepts,
    meanings: concepts.map((concept) => hash(SEED.concept, concept)),
    everyday: everydayOf(word).map((thing) => hash(SEED.everyday, thing)),
    letters: lettersOf(word),
  }
  if (known.size < REMEMBERED) known.set(word, facts)
  return facts
}

const SEED = { word: 11, concept: 61, everyday: 95, letters: 1000 }

function lettersOf(word: string): number[] {
  const text = `<${word.slice(0, 20)}>`
  const runs: number[] = []
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= text.length; at++) runs.push(hash(SEED.letters + size, text, at, at + size))
  }
  return runs
}

/** Numbers by their kind: a year, a time, a house number are all one thing to a rule of the language. */
export function shape(word: string): string {
  if (!/^\d/.test(word)) return word
  if (/^(19|20)\d\d$/.test(word)) return '#year'
  return /^\d+$/.test(word) ? `#${Math.min(word.length, 5)}` : '#mixed'
}
