import { leastForShare } from '../../schema/insights.ts'
import type { Tally } from './tally.ts'

/** How often each length of time occurred, by its step, in seconds. */
export type Times = Record<string, number>

/**
 * Times are counted in steps: one second up to two minutes, five up to ten minutes, half a minute up to an hour, five
 * minutes beyond. A median is then one of some hundred steps, exact to the step, however many contacts there were.
 */
const steps = [
  { below: 120, size: 1 },
  { below: 600, size: 5 },
  { below: 3_600, size: 30 },
  { below: Number.POSITIVE_INFINITY, size: 300 },
]

/** The step in which a length of time lies: its shortest, in seconds. */
export function stepOf(seconds: number): number {
  const size = steps.find(({ below }) => seconds < below)?.size ?? 1
  return Math.floor(seconds / size) * size
}

/** Counts one more. */
export function countTime(times: Times, seconds: number | null): void {
  if (seconds === null) return
  const step = stepOf(seconds)
  times[step] = (times[step] ?? 0) + 1
}

/** By nearest rank: one of the times that there were, never one in between. Null under twenty times. */
export function quantile(times: Tally, share: number): { seconds: number | null; n: number } {
  const counted = [...times].sort(([a], [b]) => a - b)
  const n = counted.reduce((sum, [, count]) => sum + count, 0)
  if (n < leastForShare) return { seconds: null, n }
  let left = Math.ceil(share * n)
  for (const [step, count] of counted) {
    left -= count
    if (left <= 0) return { seconds: step, n }
  }
  return { seconds: null, n }
}
