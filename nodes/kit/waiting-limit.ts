import { z } from 'zod'

/** How long a visitor may be silent, in hours. The default is what accessibility asks of forms: 20 hours are kept. */
export const IdleHours = z.number().min(0.01).max(720).default(20)

/** `hours` as the limit of a definition. */
export function idleLimit(hours: number): { idle: number } {
  return { idle: Math.round(hours * 3_600_000) }
}
