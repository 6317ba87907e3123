import { z } from 'zod'
import { Limits } from '../limits.ts'
import { defineRoutes } from './route.ts'

export const UsageMonth = z.object({
  /** `2026-11`, in the force's zone. */
  month: z.string(),
  contacts: z.int(),
  turns: z.int(),
  /** The most contacts that the flow served at the same time. */
  most: z.int(),
  /** Contacts that went over a limit, and got what the force chose for that. */
  limited: z.int(),
})
export type UsageMonth = z.infer<typeof UsageMonth>

export const Usage = z.object({
  limits: Limits,
  /** Now, or in this month. */
  used: z.object({ contacts: z.int(), turns: z.int(), seats: z.int() }),
  /** Newest first: this month and the two years before it. */
  months: z.array(UsageMonth),
})
export type Usage = z.infer<typeof Usage>

export const usageRoutes = defineRoutes({
  get: {
    id: 'usage.get',
    method: 'get',
    path: '/api/usage',
    summary: 'How much is used, of which limits, and how much it was in earlier months',
    access: ['admin', 'supervisor'],
    operation: 'none',
    status: 200,
    response: Usage,
  },
  saveLimits: {
    id: 'usage.save-limits',
    method: 'put',
    path: '/api/usage/limits',
    summary: 'Set the limits, and what visitors get at each',
    access: ['admin'],
    operation: 'setting',
    body: Limits,
    status: 200,
    response: Limits,
  },
})
