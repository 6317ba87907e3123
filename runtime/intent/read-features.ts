import { conceptsIn } from './concepts.ts'
import { plain, toWords } from './words.ts'

/** The features of one kind, and how much they count together: none can drown the others by being many. */
export interface FeatureGroup {
  weight: number
  names: string[]
}

const mostWords = 120
const shortestRun = 3
const longestRun = 5

/** What a message is recognised by: words, neighbours, runs of letters, and concepts. Linear in its length. */
export function readFeatures(text: string): FeatureGroup[] {
  const words = toWords(plain(text)).slice(0, mostWords)
  const ends = ['', ...words, '']
  return [
    { weight: 1, names: words.map((word) => `w ${word}`) },
    { weight: 0.7, names: ends.slice(1).map((word, at) => `p ${ends[at]} ${word}`) },
    { weight: 1, names: words.flatMap(lettersOf) },
    { weight: 1, names: conceptsIn(words).map((concept) => `c ${concept}`) },
  ]
}

/** Runs of letters, with the word's beginning and end marked: they forgive spelling and endings in any language. */
function lettersOf(word: string): string[] {
  const marked = `_${word}_`
  const runs: string[] = []
  for (let length = shortestRun; length <= longestRun; length++)
    for (let at = 0; at + length <= marked.length; at++) runs.push(`l ${marked.slice(at, at + length)}`)
  return runs
}
