import type { HeldPassage, Passage, PassageIndex } from './passage-index.ts'
import type { Question } from './to-question.ts'

const byWords = 100
const byMeaning = 50

/** A passage that may answer, with what the first look at everything says of it. */
export interface Candidate {
  ordinal: number
  held: HeldPassage
  /** BM25. */
  words: number
  /** The best BM25 of its document's passages, and of the passages right before and after it. */
  document: number
  neighbour: number
  /** Cosine; 0 without a model. */
  meaning: number
}

export interface Candidates {
  found: Candidate[]
  /** The question's vector, where there is a model. */
  vector: Float32Array | undefined
}

/** The passages worth a closer look among those that are `allowed`: best by words, and best by meaning. */
export function findCandidates(
  question: Question,
  vector: Float32Array | undefined,
  index: PassageIndex,
  allowed: (passage: Passage) => boolean,
): Candidates {
  const size = index.numbered()
  const scores = new Float32Array(size)
  index.words.score(question.terms, scores)
  const cosines = new Float32Array(size)
  if (vector && size > 0) index.compare(vector, cosines)

  const known = new Map<string, boolean>()
  for (let ordinal = 0; ordinal < size; ordinal++) {
    if ((scores[ordinal] ?? 0) === 0 && (cosines[ordinal] ?? 0) <= 0) continue
    const held = index.get(ordinal)
    if (held && isAllowed(held.passage)) continue
    scores[ordinal] = 0
    cosines[ordinal] = 0
  }
  const ordinals = new Set([...largest(scores, byWords), ...(vector ? largest(cosines, byMeaning) : [])])
  const found: Candidate[] = []
  for (const ordinal of ordinals) {
    const held = index.get(ordinal)
    if (!held) continue
    let document = 0
    for (let at = held.from; at < held.to; at++) document = Math.max(document, scores[at] ?? 0)
    const before = ordinal > held.from ? (scores[ordinal - 1] ?? 0) : 0
    const after = ordinal + 1 < held.to ? (scores[ordinal + 1] ?? 0) : 0
    found.push({
      ordinal,
      held,
      words: scores[ordinal] ?? 0,
      document,
      neighbour: Math.max(before, after),
      meaning: cosines[ordinal] ?? 0,
    })
  }
  return { found, vector }

  /** What is allowed is so for a whole version of a document: it is asked once for each. */
  function isAllowed(passage: Passage): boolean {
    const name = `${passage.document}@${passage.version}`
    const before = known.get(name)
    if (before !== undefined) return before
    const now = allowed(passage)
    known.set(name, now)
    return now
  }
}

/** Positions of the `most` largest positive values, in no order. */
function largest(values: Float32Array, most: number): number[] {
  const heap: number[] = []
  const value = (at: number) => values[heap[at] ?? 0] ?? 0
  const swap = (a: number, b: number) => {
    const kept = heap[a] ?? 0
    heap[a] = heap[b] ?? 0
    heap[b] = kept
  }
  for (let position = 0; position < values.length; position++) {
    if ((values[position] ?? 0) <= 0) continue
    if (heap.length < most) {
      let at = heap.push(position) - 1
      for (let up = (at - 1) >> 1; at > 0 && value(at) < value(up); at = up, up = (at - 1) >> 1) swap(at, up)
      continue
    }
    if ((values[position] ?? 0) <= value(0)) continue
    heap[0] = position
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const least = left + 1 < heap.length && value(left + 1) < value(left) ? left + 1 : left
      if (left >= heap.length || value(least) >= value(at)) break
      swap(at, least)
      at = least
    }
  }
  return heap
}
