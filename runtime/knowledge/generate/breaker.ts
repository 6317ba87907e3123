/** How many failures within how long stop the calls, and for how long. Milliseconds; F1 of the failure table. */
const most = 5
const within = 30_000
const rest = 30_000
const hour = 3_600_000

/** Whether a far side may be called: not while it keeps failing, and not more often in an hour than was allowed. */
export interface Breaker {
  /** Takes one call from what is left; false where none may be made. */
  take(perHour: number): boolean
  note(succeeded: boolean): void
}

export function createBreaker(now: () => number): Breaker {
  let failures: number[] = []
  let calls: number[] = []
  let closedUntil = 0
  let onTrial = false
  return {
    take(perHour) {
      const at = now()
      calls = calls.filter((each) => at - each < hour)
      if (at < closedUntil || calls.length >= perHour) return false
      calls.push(at)
      return true
    },
    note(succeeded) {
      const at = now()
      failures = succeeded ? [] : [...failures.filter((each) => at - each < within), at]
      const rests = !succeeded && (onTrial || failures.length >= most)
      if (rests) closedUntil = at + rest
      // After a rest one failure is enough for the next.
      onTrial = rests || (onTrial && !succeeded)
    },
  }
}
