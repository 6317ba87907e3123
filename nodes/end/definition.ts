import { z } from 'zod'
import { VariableName } from '../../schema/flow.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'

/** How a contact can end, for figures and proofs: an end is never just "the flow stopped". */
export const endReasons = ['answered', 'reported', 'handed-over', 'diverted-999', 'left-details', 'other'] as const

/** What the visitor is told that police will do: kept as a fact, and a supervisor is told when its time is over. */
export const promises = ['none', 'will-contact', 'will-attend', 'will-not-attend'] as const

const Data = z.object({
  name: z.string().optional(),
  /** The named end that `call-flow` offers as an outcome. */
  end: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .default('done'),
  /** `report`: something was recorded, and the visitor gets a written confirmation of it. */
  kind: z.enum(['plain', 'report']).default('plain'),
  reason: z.enum(endReasons).default('answered'),
  /** Last words, if any. */
  text: Text.optional(),
  /** Variable that holds the reference which the other system gave. Without a value in it nothing counts as reported. */
  reference: z.union([VariableName, z.literal('')]).default(''),
  /** Variable that holds the visitor's e-mail address; the confirmation also goes there. */
  email: VariableName.optional(),
  /** What happens next, as the visitor is told. */
  next: Text.optional(),
  promise: z.enum(promises).default('none'),
  /** By when, counted from when the report counts as made. */
  withinHours: z.number().min(0.25).max(2_160).optional(),
  /** Date-time variable: when the report counts as made. Without one, when this end is reached. */
  madeAt: VariableName.optional(),
})
export type EndData = z.infer<typeof Data>

export const definition = defineNode<EndData>({
  type: 'end',
  version: 2,
  name: 'End',
  description: 'Closes the contact, and says how it ended.',
  category: 'flow',
  icon: 'flag',
  data: Data,
  initial: () => Data.parse({}),
  outcomes: () => [],
  summary: (data, locale) => localise(data.text, locale) || data.reason.replace(/-/g, ' '),
  rests: {},
  closes: true,
  texts: (data) => [
    { field: 'text', text: data.text, optional: true },
    ...(data.kind === 'report' ? [{ field: 'next', text: data.next, optional: true }] : []),
  ],
  // An empty one is thought of: without a reference nothing counts as reported.
  reads: (data) =>
    data.kind === 'report'
      ? (['reference', 'email', 'madeAt'] as const).flatMap((field) => {
          const variable = data[field]
          return variable ? [{ field, variable, guarded: true }] : []
        })
      : [],
  check: (data) => {
    if (data.kind === 'plain')
      return data.reason === 'reported'
        ? [
            {
              code: 'no-confirmation',
              severity: 'fault',
              field: 'kind',
              message: 'An end after a report confirms it. Choose “A report was made”.',
            },
          ]
        : []
    if (data.reference === '')
      return [
        {
          code: 'no-reference',
          severity: 'fault',
          field: 'reference',
          message: 'Choose the variable that holds the reference. Without one nothing can be confirmed.',
        },
      ]
    if (data.promise !== 'none' && !data.next)
      return [
        { code: 'no-words', severity: 'fault', field: 'next', message: 'Write what the visitor is told about this.' },
      ]
    return []
  },
  migrations: {
    // An end with the reason "reported" said that something was recorded, and gave no confirmation of it.
    1: (data) => ({ ...data, kind: data.reason === 'reported' ? 'report' : 'plain' }),
  },
})
