import { foldText } from '../../../schema/emergency-words/fold-text.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'

/** Two messages of one kind that share this much of their words tell the same situation. */
const ALIKE = 0.3

/**
 * The situation that each message tells, by the id of its first message: messages of the same kind with much the same
 * words belong together, over any number of steps. Whoever splits the set for testing must split it between
 * situations, or the test asks what the training has told.
 */
export function situations(messages: readonly LabelledMessage[]): Map<string, string> {
  const words = messages.map(
    (message) =>
      new Set(
        foldText(message.text)
          .map((token) => token.word)
          .filter((word) => word.length > 2),
      ),
  )
  const parent = messages.map((_, at) => at)
  const root = (at: number): number => {
    const up = parent[at] ?? at
    if (up === at) return at
    const top = root(up)
    parent[at] = top
    return top
  }
  for (let a = 0; a < messages.length; a++) {
    for (let b = a + 1; b < messages.length; b++) {
      if (messages[a]?.category === messages[b]?.category && overlap(words[a], words[b]) >= ALIKE)
        parent[root(b)] = root(a)
    }
  }
  return new Map(messages.map((message, at) => [message.id, messages[root(at)]?.id ?? message.id]))
}

function overlap(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}
