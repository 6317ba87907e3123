import { z } from 'zod'
import { type EarlierMessage, Verdict } from '../../../schema/assessment.ts'

/** One labelled visitor message, as it stands in the `*.jsonl` files beside this one. */
export const LabelledMessage = z.object({
  id: z.string(),
  text: z.string(),
  context: z.array(z.object({ from: z.string(), text: z.string() })).optional(),
  label: Verdict,
  category: z.string(),
  difficulty: z.enum(['plain', 'hard']).default('plain'),
  why: z.string().optional(),
})
export type LabelledMessage = z.infer<typeof LabelledMessage>

/** The context of a labelled message as the detector takes it: what is neither visitor nor operator is the flow. */
export function toEarlier(message: LabelledMessage): EarlierMessage[] {
  return (message.context ?? []).map(({ from, text }) => ({
    from: from === 'visitor' || from === 'operator' ? from : 'flow',
    text,
  }))
}
