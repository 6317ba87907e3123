import { isUnfitToQuote } from '../generate/unfit-words.ts'
import { splitSentences } from '../passages/split-sentences.ts'
import type { HeldPassage, PassageIndex } from '../search/passage-index.ts'

/** The most characters that are shown before a passage, and after it. */
const most = 240

/** What stands right before a passage in its document, and right after it: whole sentences, none that may not be quoted. */
export function passageAround(
  index: Pick<PassageIndex, 'get'>,
  { from, to, passage }: HeldPassage,
  hosts: readonly string[] = [],
): { before?: string; after?: string } {
  const ordinal = findOrdinal(index, from, to, passage.id)
  const textOf = (at: number) => (at >= from && at < to ? (index.get(at)?.passage.text ?? '') : '')
  const before = takeWhole(fitSentences(textOf(ordinal - 1), hosts).reverse())
    .reverse()
    .join(' ')
  const after = takeWhole(fitSentences(textOf(ordinal + 1), hosts)).join(' ')
  return { ...(before && { before }), ...(after && { after }) }
}

function findOrdinal(index: Pick<PassageIndex, 'get'>, from: number, to: number, id: string): number {
  for (let at = from; at < to; at++) if (index.get(at)?.passage.id === id) return at
  return Number.NaN
}

function fitSentences(text: string, hosts: readonly string[]): string[] {
  return splitSentences(text)
    .map(({ at, end }) => text.slice(at, end))
    .filter((sentence) => !isUnfitToQuote(sentence, hosts))
}

function takeWhole(sentences: readonly string[]): string[] {
  let length = 0
  const end = sentences.findIndex((sentence) => {
    length += sentence.length + 1
    return length > most
  })
  return end === -1 ? [...sentences] : sentences.slice(0, end)
}
