import type { Card } from '../canvas/card.ts'
import { titleOf } from '../simulator/to-talk.ts'

/** The engine's message with the names of nodes that a person knows. */
export function divergenceWords(message: string, cards: ReadonlyMap<string, Card>): string {
  const at = /^The contact is at "([^"]+)", not at "([^"]+)"\.$/.exec(message)
  if (!at) return message
  return `The contact is at ${titleOf(at[1] ?? '', cards)}, not at ${titleOf(at[2] ?? '', cards)}.`
}
