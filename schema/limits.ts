import { z } from 'zod'

/** What a visitor gets whose contact would go over a limit. None of them is silence, and danger is noticed in all. */
export const limitAnswers = ['person', 'call-back', 'numbers'] as const
export const LimitAnswer = z.enum(limitAnswers)
export type LimitAnswer = z.infer<typeof LimitAnswer>

const Most = z.int().min(1).max(10_000_000).nullable()

/** How much of Signpost a force uses at most. Null is no limit. */
export const Limits = z.object({
  /** Contacts that the flow serves at the same time. */
  contacts: z.object({ most: Most, answer: LimitAnswer }),
  /** Turns of visitors that the flow served, in a calendar month of the force's zone. */
  turns: z.object({ most: Most, answer: LimitAnswer }),
  /** Accounts that answer contacts: operators and supervisors. */
  seats: z.object({ most: Most }),
})
export type Limits = z.infer<typeof Limits>

export const noLimits: Limits = {
  contacts: { most: null, answer: 'person' },
  turns: { most: null, answer: 'person' },
  seats: { most: null },
}
