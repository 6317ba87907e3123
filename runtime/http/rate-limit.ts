import type { Rate } from '../../schema/api/route.ts'
import type { Clock } from '../clock.ts'

const mostKeys = 50_000
/** Steps do not add up exactly, in milliseconds. */
const leeway = 0.5

/**
 * Counts what happens by key, and says when it is too much: each key has an instant at which all it did is paid off, and
 * may be `burst` times `seconds` ahead of now. One number for each key, in memory of this process. `scale` makes every
 * limit as many times wider.
 */
export function createRateLimit({ burst, seconds }: Rate, scale: number, clock: Clock): (key: string) => boolean {
  const paidOff = new Map<string, number>()
  const step = (seconds * 1_000) / scale
  const ahead = burst * seconds * 1_000
  return (key) => {
    const now = clock.now()
    const known = paidOff.get(key) ?? now
    // A clock that was put back must not keep anybody out for longer than the limit itself does.
    const due = Math.min(Math.max(known, now), now + ahead)
    if (known > due) paidOff.set(key, due)
    if (due + step > now + ahead + leeway) return false
    if (paidOff.size >= mostKeys && !paidOff.has(key)) forget(paidOff, now)
    paidOff.set(key, due + step)
    return true
  }
}

/** Drops whoever owes nothing; where all of them do, the one that came first. */
function forget(paidOff: Map<string, number>, now: number): void {
  for (const [key, due] of paidOff) if (due <= now) paidOff.delete(key)
  const [oldest] = paidOff.keys()
  if (paidOff.size >= mostKeys && oldest !== undefined) paidOff.delete(oldest)
}
