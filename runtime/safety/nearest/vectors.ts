import type { EarlierMessage } from '../../../schema/assessment.ts'
import type { Embed } from '../../intent/static-embedding.ts'

/** A message by itself, and together with what came before it. */
export interface Vectors {
  readonly alone: Float32Array
  readonly together: Float32Array | undefined
}

/** How many earlier messages count, and how much of each: as for the learned layer. */
const REMEMBERED = 4
const LAST = 600

export function toVectors(embed: Embed, text: string, earlier: readonly EarlierMessage[]): Vectors {
  const before = earlier.slice(-REMEMBERED).map((message) => message.text.slice(-LAST))
  return {
    alone: embed(text),
    together: before.length === 0 ? undefined : embed([...before, text].join('. ')),
  }
}

/** How near two directions are: 1 the same, 0 nothing in common. `from` is where the second begins. */
export function nearness(a: Float32Array, b: Float32Array, from = 0): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[from + at] ?? 0)
  return sum
}
