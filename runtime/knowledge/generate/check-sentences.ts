import { splitSentences } from '../passages/split-sentences.ts'
import { toTerms } from '../words/to-terms.ts'
import { isUnfitToWrite } from './unfit-words.ts'

/** A sentence that a passage says too, and which of the passages. */
export interface SupportedSentence {
  text: string
  passage: number
}

/** What is left of a text, and of how many sentences. */
export interface Checked {
  kept: SupportedSentence[]
  of: number
}

/** A text that is longer than this is no answer, and is not read. */
const longest = 4_000
/** Half a sentence says nothing by itself, and together with another half what neither says. */
const whole = /^[“"‘'(]?\p{Lu}.*[.!?][”"’')]?$/su
/** The end of a line that is neither the end of a paragraph nor the start of an item. */
const lineEnd = /\n(?!\s*(?:\n|[-*•] |\d+[.)] ))/g
/** How much of a sentence's words one passage has to hold. */
const enough = 0.75
/** Words that turn a sentence round: both sides have to have them, or neither. */
const turns = /\b(?:not|never|no|none|nobody|nothing|cannot|can[’']t|without|unless|except)\b|n[’']t\b/i

/**
 * The sentences of a written answer that one of the passages says too, word for word enough, with the same numbers and the
 * same denial; all others are left out. A sentence with a promise, an address or markup is left out even where a passage has
 * it. Nothing at all where the text is no answer.
 */
export function checkSentences(text: string, passages: readonly string[]): Checked {
  if (text.length > longest) return { kept: [], of: 1 }
  const flowing = text.replace(lineEnd, ' ')
  const sentences = splitSentences(flowing).map(({ at, end }) =>
    flowing.slice(at, end).replace(/^[-*•]\s+|^\d+[.)]\s+/, ''),
  )
  const sources = passages.map(toSource)
  const kept = sentences.flatMap((sentence) => {
    if (!whole.test(sentence) || isUnfitToWrite(sentence)) return []
    const passage = findSupport(sentence, sources)
    return passage < 0 ? [] : [{ text: sentence, passage }]
  })
  return { kept: joinsToUnfit(kept) ? [] : kept, of: sentences.length }
}

/** Whether sentences that are harmless one by one make an unfit one where they stand side by side. */
function joinsToUnfit(kept: readonly SupportedSentence[]): boolean {
  const joined = kept.map(({ text }) => text).join(' ')
  return splitSentences(joined).some(({ at, end }) => isUnfitToWrite(joined.slice(at, end)))
}

interface Source {
  stems: ReadonlySet<string>
  numbers: ReadonlySet<string>
  sentences: { stems: ReadonlySet<string>; turned: boolean }[]
}

function toSource(passage: string): Source {
  return {
    stems: stemsOf(passage),
    numbers: numbersOf(passage),
    sentences: splitSentences(passage).map(({ at, end }) => ({
      stems: stemsOf(passage.slice(at, end)),
      turned: turns.test(passage.slice(at, end)),
    })),
  }
}

/** The passage that holds most of the sentence's words; -1 where none holds enough, all its numbers, and its denial. */
function findSupport(sentence: string, sources: readonly Source[]): number {
  const stems = stemsOf(sentence)
  const numbers = [...numbersOf(sentence)]
  if (stems.size === 0) return -1
  let best = -1
  let most = enough
  sources.forEach((source, at) => {
    const found = share(stems, source.stems)
    if (found < most || numbers.some((number) => !source.numbers.has(number))) return
    if (turns.test(sentence) !== nearestSentence(stems, source)?.turned) return
    best = at
    most = found + 1e-9
  })
  return best
}

function nearestSentence(stems: ReadonlySet<string>, { sentences }: Source) {
  return sentences.reduce<Source['sentences'][number] | undefined>(
    (best, one) => (best === undefined || share(stems, one.stems) > share(stems, best.stems) ? one : best),
    undefined,
  )
}

function share(stems: ReadonlySet<string>, within: ReadonlySet<string>): number {
  let found = 0
  for (const stem of stems) if (within.has(stem)) found++
  return found / stems.size
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(toTerms(text).map(({ stem }) => stem))
}

/** Every run of digits as a whole: `0800 555 111` and `08:30` count by their parts. */
function numbersOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\p{N}+/gu) ?? [])
}
