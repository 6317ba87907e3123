import { plainText } from '../../../schema/markup.ts'

/** How much of what is proposed has to stand in the replies: a name may become "the officer". */
const enough = 0.8

/**
 * Whether a proposed answer is what the replies say: each of its sentences nearly word for word in one of them, with the same
 * numbers. Words may be taken out, so that nothing about one visitor is left.
 */
export function isReply(answer: string, replies: readonly string[]): boolean {
  const said = replies.map((reply) => new Set(wordsOf(plainText(reply))))
  return plainText(answer)
    .split(/[.!?\n]+\s*/)
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .every((words) => said.some((reply) => stands(words, reply)))
}

function stands(words: readonly string[], reply: ReadonlySet<string>): boolean {
  const found = words.filter((word) => reply.has(word)).length
  return found >= words.length * enough && words.every((word) => !/\p{N}/u.test(word) || reply.has(word))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
