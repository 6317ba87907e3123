import type { Evidence, Verdict } from '../../schema/assessment.ts'

/** What one layer says of a message. */
export interface Finding {
  readonly verdict: Verdict
  readonly category: string
  /** 0 to 1. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** What a guarded layer said, and why it counts as failed, if it does. */
export interface Guarded {
  readonly finding: Finding
  readonly failure?: string
}

/**
 * Runs one layer so that its failure can never hide a person in danger: a layer that throws, or that twice takes longer
 * than its budget, counts as a hit. The budget is in milliseconds of the clock given. An overrun is judged once more,
 * because a machine that pauses is not the layer's fault; what keeps overrunning is. A synchronous layer cannot be
 * stopped from outside, so every layer is linear in the text; the budget is what makes a broken promise visible.
 */
export function guard(layer: string, text: string, budget: number, run: () => Finding, clock: () => number): Guarded {
  try {
    const first = timed(run, clock)
    if (first.took <= budget) return { finding: first.finding }
    const { finding, took } = timed(run, clock)
    if (took <= budget) return { finding }
    return failed(layer, text, `${layer} took ${Math.round(took)} ms, more than its ${budget} ms`)
  } catch (error) {
    return failed(layer, text, error instanceof Error ? error.message : String(error))
  }
}

function timed(run: () => Finding, clock: () => number): { finding: Finding; took: number } {
  const from = clock()
  const finding = run()
  return { finding, took: clock() - from }
}

function failed(layer: string, text: string, failure: string): Guarded {
  const explanation = `The ${layer} layer could not judge this message, so it is treated as an emergency`
  return {
    failure,
    finding: {
      verdict: 'emergency',
      category: 'guard_failure',
      confidence: 1,
      evidence: [{ layer: 'guard', span: [0, text.length], rule: `guard.${layer}`, explanation }],
    },
  }
}
