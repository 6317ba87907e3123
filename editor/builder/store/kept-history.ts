import { z } from 'zod'
import { Flow } from '../../../schema/flow.ts'
import { applyDelta, FlowDelta, toDelta } from './flow-delta.ts'
import type { History } from './history.ts'
import { mergeFlows, sameParts, shareParts } from './merge-flows.ts'

const KeptStep = z.object({ label: z.string(), delta: FlowDelta })
/** A history as a device keeps it: the present whole, and each step by what it changes, the nearest first. */
export const KeptHistory = z.object({
  at: z.number(),
  present: Flow,
  past: z.array(KeptStep),
  future: z.array(KeptStep),
})
export type KeptHistory = z.infer<typeof KeptHistory>

/** So much of a history is kept, in letters of JSON: thousands of steps of a usual flow. The oldest go first. */
const mostKept = 16_000_000

const known = new WeakMap<Flow, { to: Flow; delta: FlowDelta; size: number }>()

/** What to keep of a history. Only what is new since the last time is worked out. */
export function toKept({ present, past, future }: History, at: number, most = mostKept): KeptHistory {
  let room = most
  const stepsFrom = (steps: readonly { flow: Flow; label: string }[]) => {
    const kept: KeptHistory['past'] = []
    let from = present
    for (const { flow, label } of steps) {
      const { delta, size } = deltaOf(from, flow)
      room -= size
      if (room < 0) break
      kept.push({ label, delta })
      from = flow
    }
    return kept
  }
  return { at, present, past: stepsFrom(past.toReversed()), future: stepsFrom(future) }
}

/** A history that begins where the draft is now, and how many steps could not be brought along. */
export interface Restored {
  history: History
  lost: number
}

/**
 * The kept history, for the draft as it opens. What was changed elsewhere meanwhile is merged into every step, as while
 * the page is open; from the first step that it contradicts, the older ones are dropped.
 */
export function fromKept(kept: KeptHistory, opened: Flow): Restored {
  const unchanged = sameParts(kept.present, opened)
  const present = unchanged ? opened : shareParts(kept.present, opened)
  const stepsFrom = (steps: KeptHistory['past']) => {
    const flows: { flow: Flow; label: string }[] = []
    let flow = unchanged ? opened : kept.present
    for (const { label, delta } of steps) {
      flow = applyDelta(flow, delta)
      const joined = unchanged ? { flow, conflicts: [] } : mergeFlows(kept.present, flow, present)
      if (joined.conflicts.length > 0) break
      flows.push({ flow: joined.flow, label })
    }
    return flows
  }
  const past = stepsFrom(kept.past).toReversed()
  const future = stepsFrom(kept.future)
  const lost = kept.past.length - past.length + kept.future.length - future.length
  return { history: { present, past, future, typing: undefined }, lost }
}

function deltaOf(from: Flow, to: Flow): { delta: FlowDelta; size: number } {
  const before = known.get(from)
  if (before?.to === to) return before
  const delta = toDelta(from, to)
  const made = { to, delta, size: JSON.stringify(delta).length }
  known.set(from, made)
  return made
}
