import { type FeatureGroup, readFeatures } from './read-features.ts'
import type { Sparse } from './regression.ts'

/** The features that training has seen, numbered, with how telling each is: rare ones tell more. */
export interface Lexicon {
  size: number
  toInput(groups: readonly FeatureGroup[]): Sparse
}

export function buildLexicon(messages: readonly (readonly FeatureGroup[])[]): Lexicon {
  const seen = new Map<string, number>()
  for (const groups of messages)
    for (const name of new Set(groups.flatMap(({ names }) => names))) seen.set(name, (seen.get(name) ?? 0) + 1)
  const known = new Map<string, { at: number; telling: number }>()
  for (const [name, count] of seen)
    known.set(name, { at: known.size, telling: Math.log((1 + messages.length) / (1 + count)) + 1 })
  return { size: known.size, toInput: (groups) => toSparse(groups, known) }
}

/** A message as training and judging see it. */
export function readInput(lexicon: Lexicon, text: string): Sparse {
  return lexicon.toInput(readFeatures(text))
}

function toSparse(
  groups: readonly FeatureGroup[],
  known: ReadonlyMap<string, { at: number; telling: number }>,
): Sparse {
  const at: number[] = []
  const value: number[] = []
  for (const { weight, names } of groups) {
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    const first = value.length
    let squares = 0
    for (const [name, count] of counts) {
      const feature = known.get(name)
      if (!feature) continue
      const x = (1 + Math.log(count)) * feature.telling
      at.push(feature.at)
      value.push(x)
      squares += x * x
    }
    const scale = weight / (Math.sqrt(squares) || 1)
    for (let n = first; n < value.length; n++) value[n] = (value[n] ?? 0) * scale
  }
  return { at: Int32Array.from(at), value: Float32Array.from(value) }
}
