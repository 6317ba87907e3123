import { z } from 'zod'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'

/** How a contact can end, for figures and proofs: an end is never just "the flow stopped". */
export const endReasons = ['answered', 'reported', 'handed-over', 'diverted-999', 'left-details', 'other'] as const

const Data = z.object({
  name: z.string().optional(),
  /** The named end that `call-flow` offers as an outcome. */
  end: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .default('done'),
  reason: z.enum(endReasons).default('answered'),
  /** Last words, if any. */
  text: Text.optional(),
})
export type EndData = z.infer<typeof Data>

export const definition = defineNode<EndData>({
  type: 'end',
  version: 1,
  name: 'End',
  description: 'Closes the contact, and says how it ended.',
  category: 'flow',
  icon: 'flag',
  data: Data,
  initial: () => ({ end: 'done', reason: 'answered' }),
  outcomes: () => [],
  summary: (data, locale) => localise(data.text, locale) || data.reason.replace(/-/g, ' '),
  rests: {},
  closes: true,
  texts: (data) => [{ field: 'text', text: data.text, optional: true }],
  migrations: {},
})
