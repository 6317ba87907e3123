import { policingTopics, strayMessages } from '../intent/policing.ts'
import { toTerms } from '../knowledge/words/to-terms.ts'
import { commentWords } from './comments.ts'

/** A word that stands in one message only may be a name: "couldnt have done it without pc harris". */
const fewest = 2

/**
 * The words in which people speak to a police force and of it: those by which comments are read, and those that several of
 * the product's own messages write with a small letter. All of it is made up, so no visitor can add a word, least of all a
 * name.
 */
export const everydayWords: ReadonlySet<string> = new Set([
  ...commentWords.flatMap((words) => toTerms(words).map(({ word }) => word)),
  ...wordsOfSeveral([...policingTopics.values(), strayMessages].flat()),
])

function wordsOfSeveral(messages: readonly string[]): string[] {
  const holders = new Map<string, number>()
  for (const message of messages) {
    const small = toTerms(message).filter(({ at }) => /\p{Ll}/u.test(message.charAt(at)))
    for (const word of new Set(small.map(({ word }) => word))) holders.set(word, (holders.get(word) ?? 0) + 1)
  }
  return [...holders].flatMap(([word, n]) => (n >= fewest ? [word] : []))
}
