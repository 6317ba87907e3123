import snowball from 'snowball-stemmers'
import { stopWords } from './stop-words.ts'

const stemmer = snowball.newStemmer('english')
const stems = new Map<string, string>()
const mostStems = 200_000

/** A word of a text: what it is looked up by, and where it stands. `at` and `end` are UTF-16 offsets. */
export interface Term {
  stem: string
  word: string
  at: number
  end: number
}

/** A number keeps its commas and dots (`20,000`), a word its apostrophes and the dots of an abbreviation (`U.K.`). */
const wordPattern = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:[’'.][\p{L}\p{M}\p{N}]+)*/gu

/** Plurals and forms that the stemmer takes for other words. */
const irregular = new Map(
  Object.entries({
    buses: 'bus',
    buss: 'bus',
    children: 'child',
    feet: 'foot',
    knives: 'knife',
    lives: 'life',
    lost: 'lose',
    losing: 'lose',
    loses: 'lose',
    men: 'man',
    women: 'woman',
    people: 'person',
    persons: 'person',
    stole: 'steal',
    stolen: 'steal',
    stealing: 'steal',
    thefts: 'theft',
    thieves: 'thief',
    found: 'find',
    left: 'leave',
    leaving: 'leave',
    gave: 'give',
    given: 'give',
    paid: 'pay',
    sold: 'sell',
    bought: 'buy',
    told: 'tell',
    drove: 'drive',
    driven: 'drive',
    driving: 'drive',
    broke: 'break',
    broken: 'break',
    hurt: 'hurt',
    wrote: 'write',
    written: 'write',
    writing: 'write',
    began: 'begin',
    begun: 'begin',
    won: 'win',
    led: 'lead',
    held: 'hold',
    became: 'become',
    made: 'make',
    died: 'die',
    dying: 'die',
    dead: 'die',
  }),
)

/** The words of a text that say something, in their order. Time linear in the length of the text. */
export function toTerms(text: string): Term[] {
  const terms: Term[] = []
  for (const match of text.matchAll(wordPattern)) {
    const word = toWord(match[0])
    if (word === '' || stopWords.has(word)) continue
    terms.push({ stem: toStem(word), word, at: match.index, end: match.index + match[0].length })
  }
  return terms
}

/** Small letters without accents, without the 's of an owner or of "it's", without commas and dots. Nothing for "don't". */
function toWord(written: string): string {
  const plain = /^[\x20-\x7e]*$/.test(written) ? written : written.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .toLowerCase()
    .replace(/n[’']t$/, '')
    .replace(/[’'](?:s|re|ve|ll|d|m)$/, '')
    .replace(/[’'.,]/g, '')
}

function toStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = word.length < 3 || /\d/.test(word) ? word : stemmer.stem(irregular.get(word) ?? word)
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}
