import type { Verdict } from '../../../schema/assessment.ts'

/** The classes of the learned layer, in the order of its rows. */
export const CLASSES = ['emergency', 'safeguarding', 'none'] as const satisfies readonly Verdict[]

/** From which probability the layer speaks up, and from which share of it on it says emergency. */
export interface Thresholds {
  readonly alert: number
  readonly emergency: number
}

/**
 * The verdict for the probabilities of the three classes. It leans towards the emergency on purpose: a safeguarding
 * message taken for an emergency costs an operator a minute, the other way round costs more.
 */
export function decide(found: readonly number[], { alert, emergency }: Thresholds): Verdict {
  const [now = 0, soon = 0] = found
  if (now + soon < alert) return 'none'
  return now >= emergency * (now + soon) ? 'emergency' : 'safeguarding'
}
