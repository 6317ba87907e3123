import { z } from 'zod'

/**
 * What a node makes of words that a designer tries. `sure`: it goes the first way. `close`: it asks which of the best was
 * meant. `none`: it goes on as "none of these". `empty`: it asks for more.
 */
export const TryOut = z.object({
  kind: z.enum(['sure', 'close', 'none', 'empty']),
  /** The ways that come closest, best first: the outcome, how sure from 0 to 1, and the example that is most alike. */
  ranked: z.array(z.object({ outcome: z.string(), score: z.number().min(0).max(1.0001), like: z.string() })),
})
export type TryOut = z.infer<typeof TryOut>
