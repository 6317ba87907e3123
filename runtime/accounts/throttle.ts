import type { Clock } from '../clock.ts'

/** Counts tries by key within a sliding window. Kept in memory: it slows guessing down and is never the only guard. */
export interface Throttle {
  /** Counts a try; false when there were too many already. */
  take(key: string): boolean
  /** Takes back the last try of `key`: it was a good one. */
  giveBack(key: string): void
}

const mostKeys = 50_000

export function createThrottle(clock: Clock, most: number, windowMs: number): Throttle {
  const tries = new Map<string, number[]>()
  return {
    take(key) {
      const now = clock.now()
      const recent = (tries.get(key) ?? []).filter((at) => at > now - windowMs)
      if (recent.length >= most) return false
      tries.delete(key)
      tries.set(key, [...recent, now])
      const [oldest] = tries.keys()
      if (tries.size > mostKeys && oldest !== undefined) tries.delete(oldest)
      return true
    },
    giveBack(key) {
      tries.get(key)?.pop()
    },
  }
}
