/** How often each length of time occurred, by bucket. What took no time is in none. */
export type Times = Record<string, number>

/** Buckets for each doubling of the time: a bucket is 9 % wide, so a median is at most 5 % off. */
const perDoubling = 8

/** The bucket of a length of time; `undefined` for less than a tenth of a second, which is no waiting. */
export function bucketOf(ms: number): string | undefined {
  return ms < 100 ? undefined : String(Math.floor(perDoubling * Math.log2(ms / 100)))
}

/** Adds `more` to `times`. */
export function addTimes(times: Times, more: Times): Times {
  const sum = { ...times }
  for (const [bucket, n] of Object.entries(more)) sum[bucket] = (sum[bucket] ?? 0) + n
  return sum
}

/** The median of `all` lengths of time, in milliseconds, of which `times` holds those that were not zero. */
export function medianOf(times: Times, all: number): number {
  const waited = Object.values(times).reduce((sum, n) => sum + n, 0)
  let left = Math.floor((all + 1) / 2) - (all - waited)
  if (left <= 0) return 0
  const buckets = Object.keys(times)
    .map(Number)
    .sort((a, b) => a - b)
  for (const bucket of buckets) {
    left -= times[bucket] ?? 0
    if (left <= 0) return Math.round(100 * 2 ** ((bucket + 0.5) / perDoubling))
  }
  return 0
}
