import type { OpenIndex } from '../live/live-index.ts'
import { gatherEvidence } from '../search/gather-evidence.ts'
import { judgeEvidence } from '../search/judge-evidence.ts'
import { type Ranked, searchPassages } from '../search/search-passages.ts'

export interface AskedWithin {
  text: string
  /** What was said before, newest first. */
  history: readonly string[]
  /** Whether passages of a collection may be used. */
  inCollection: (collection: string) => boolean
  /** Passages of versions that wait to be approved count as well. */
  alsoWaiting?: boolean
}

export interface FoundEvidence {
  ranked: Ranked[]
  /** How sure it is that the best passage answers: 0 to 1. */
  confidence: number
}

/** Follow-up questions are short and lean on what was said before; others do better alone. */
const shortQuestion = 5

/**
 * The passages that may answer, and how sure that is. The question is asked by itself and, where it is short or found
 * little, together with what was said before it: the surer of the two counts.
 */
export async function findEvidence(asked: AskedWithin, open: OpenIndex, threshold: number): Promise<FoundEvidence> {
  const allowed: Parameters<typeof searchPassages>[0]['allowed'] = (passage) =>
    asked.inCollection(passage.collection) && open.isUsable(passage, asked.alsoWaiting)
  const look = async (history: readonly string[]): Promise<FoundEvidence> => {
    const { question, ranked } = await searchPassages({ text: asked.text, history, allowed }, open.index, open.embedder)
    return { ranked, confidence: judgeEvidence(gatherEvidence(question, ranked, open.index), open.embedder) }
  }
  const alone = await look([])
  const isShort = (asked.text.match(/\S+/g)?.length ?? 0) <= shortQuestion
  if (asked.history.length === 0 || (alone.confidence >= threshold && !isShort)) return alone
  const together = await look(asked.history)
  return together.confidence > alone.confidence ? together : alone
}
