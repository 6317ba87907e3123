import type { Verdict } from '../../../schema/assessment.ts'
import type { Embed } from '../../intent/static-embedding.ts'
import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { nearness, toVectors, type Vectors } from './vectors.ts'

/** A labelled message, and how near a message is to it. */
export interface Near {
  readonly example: LabelledMessage
  readonly nearness: number
}

/** Labelled messages as vectors, one after the other in one table. */
export interface ExampleTable {
  readonly examples: readonly LabelledMessage[]
  readonly alone: Float32Array
  /** Of examples that mean nothing by themselves: theirs with what came before, by place. */
  readonly together: ReadonlyMap<number, Float32Array>
}

/** Messages shorter than this, in words, that answer something say what they say only together with it. */
const STANDS_ALONE = 5

export function toExampleTable(embed: Embed, examples: readonly LabelledMessage[]): ExampleTable {
  const size = embed('').length
  const alone = new Float32Array(size * examples.length)
  const together = new Map<number, Float32Array>()
  for (const [at, example] of examples.entries()) {
    const earlier = toEarlier(example)
    const answers = earlier.length > 0 && (example.text.match(/[\p{L}\p{N}]+/gu) ?? []).length < STANDS_ALONE
    const vectors = toVectors(embed, example.text, answers ? earlier : [])
    alone.set(vectors.alone, at * size)
    if (vectors.together) together.set(at, vectors.together)
  }
  return { examples, alone, together }
}

/** The `most` examples that are nearest to a message, the nearest first; those that `leaveOut` names are not looked at. */
export function findNearest(
  tables: readonly ExampleTable[],
  query: Vectors,
  most: number,
  leaveOut?: (example: LabelledMessage) => boolean,
): Near[] {
  const found: Near[] = []
  for (const table of tables)
    for (const [at, example] of table.examples.entries()) {
      const near = nearnessAt(table, at, query)
      if (found.length === most && near <= (found[most - 1]?.nearness ?? 0)) continue
      if (leaveOut?.(example)) continue
      let place = found.length
      while (place > 0 && (found[place - 1]?.nearness ?? 0) < near) place--
      found.splice(place, 0, { example, nearness: near })
      if (found.length > most) found.pop()
    }
  return found
}

/** Where an example is an answer, what was asked must be as near as the answer. */
function nearnessAt({ alone, together }: ExampleTable, at: number, query: Vectors): number {
  const answer = nearness(query.alone, alone, at * query.alone.length)
  const whole = together.get(at)
  if (whole === undefined) return answer
  return query.together === undefined ? 0 : Math.min(answer, nearness(query.together, whole))
}

/** What all of them agree on: an emergency only where each is one, nothing where one of them is ordinary. */
export function agreed(near: readonly Near[]): Verdict {
  if (near.length === 0 || near.some(({ example }) => example.label === 'none')) return 'none'
  return near.every(({ example }) => example.label === 'emergency') ? 'emergency' : 'safeguarding'
}
