/** What work behind the scenes may take of the time, so that visitors come first: a twentieth. */
const share = 0.05
const longest = 10_000

/** Milliseconds to rest after `took` milliseconds of such work: `least`, or as long as the share asks for, ten seconds at most. */
export function restAfter(took: number, least: number): number {
  return Math.max(least, Math.min(longest, took * (1 / share - 1)))
}
