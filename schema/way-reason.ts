import { z } from 'zod'

/** Why a contact left a node by one of its ways out, for a designer who looks into a simulation. */
export const WayReason = z.object({
  /** One plain sentence. */
  words: z.string(),
  /** What was looked at, in its order: a rule and what it came to, an intent and how sure, a variable and its value. */
  looked: z.array(
    z.object({
      at: z.string(),
      found: z.string(),
      /** Whether it spoke for a way; missing where it did neither. */
      held: z.boolean().optional(),
    }),
  ),
})
export type WayReason = z.infer<typeof WayReason>
