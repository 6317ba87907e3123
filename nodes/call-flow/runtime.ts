import { defineRuntime } from '../kit/node-runtime.ts'
import type { CallFlowData } from './definition.ts'

/**
 * Goes in by `next`. The compiler puts the called flow's own states here: `next` leads to its start, and its ends lead on
 * by this node's outcomes of the same names. Nothing of that is this node's doing.
 */
export const runtime = defineRuntime<CallFlowData>({
  type: 'call-flow',
  enter: () => ({ next: { kind: 'leave', outcome: 'next' } }),
})
