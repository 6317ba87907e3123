import { z } from 'zod'

/**
 * How long a visitor may be silent, in hours. The default is what accessibility asks of forms: 20 hours are kept. The
 * most is what a timer of JavaScript can hold, so that the exported machine waits as long in any XState tool.
 */
export const IdleHours = z.number().min(0.01).max(596).default(20)

/** `hours` as the limit of a definition. */
export function idleLimit(hours: number): { idle: number } {
  return { idle: Math.round(hours * 3_600_000) }
}
