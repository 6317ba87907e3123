import { stopWords } from '../knowledge/words/stop-words.ts'
import { toTerms } from '../knowledge/words/to-terms.ts'
import { everydayWords } from './everyday-words.ts'

/** So many comments have to hold a word before it says nothing about any one of them. */
const fewest = 3
const gap = '…'
/** Letters, with what stands beside a word in a sentence. Whatever has digits, signs or addresses in it is none. */
const plainWord = /^[("“‘']*([\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*)[.,;:!?)"”’']*$/u

/**
 * Leaves of comments only the words that say nothing about who wrote them: those of everyday speech, and those that Signpost
 * itself knows as ordinary words, that at least three of `all` hold, and that one of them writes with a small letter. So no
 * number, address, reference or plate is left, no name, however it is written and by however many, unless it is an ordinary
 * word too, and nothing that a single visitor says. Each run of other words becomes "…".
 */
export function createSharedWords(all: readonly string[]): (comment: string) => string {
  const holders = new Map<string, Set<number>>()
  const writtenSmall = new Set<string>()
  for (const [index, comment] of all.entries())
    for (const { stem, at } of toTerms(comment)) {
      holders.set(stem, (holders.get(stem) ?? new Set()).add(index))
      if (/\p{Ll}/u.test(comment.charAt(at))) writtenSmall.add(stem)
    }
  const isShared = (word: string) =>
    toTerms(word).every(
      ({ stem, word: known }) =>
        everydayWords.has(known) && (holders.get(stem)?.size ?? 0) >= fewest && writtenSmall.has(stem),
    )

  return (comment) =>
    comment
      .split(/\s+/)
      .map((written) => {
        const word = plainWord.exec(written)?.[1]
        return word !== undefined && (stopWords.has(word.toLowerCase()) || isShared(word)) ? written : gap
      })
      .filter((word, index, words) => word !== gap || words[index - 1] !== gap)
      .join(' ')
}
