import { z } from 'zod'
import { Id } from '../../schema/flow.ts'
import { defineNode } from '../../schema/node-definition.ts'

const Case = z.object({
  id: Id,
  /** What the card shows; the expression without it. For designers only. */
  label: z.string().max(200).optional(),
  /** An expression that gives yes or no. */
  when: z.string().max(2_000),
})

const Data = z.object({ name: z.string().optional(), cases: z.array(Case).max(50) })
export type ConditionData = z.infer<typeof Data>

export const definition = defineNode<ConditionData>({
  type: 'condition',
  version: 1,
  name: 'Condition',
  description: 'Goes the way of the first case that holds.',
  category: 'decide',
  icon: 'split',
  data: Data,
  initial: () => ({ cases: [{ id: 'case-1', when: '' }] }),
  outcomes: (data) => [
    ...data.cases.map(({ id, label, when }) => ({ id, label: label || when || id })),
    { id: 'else', label: 'Otherwise', fallback: true },
  ],
  summary: (data) => data.cases.map(({ label, when }) => label || when).join(', ') || 'No cases yet',
  rests: {},
  expressions: (data) =>
    data.cases.map(({ when }, index) => ({ field: `cases.${index}.when`, source: when, expected: ['bool'] })),
  check: (data) =>
    data.cases.flatMap(({ id }, index) =>
      id === 'else' || data.cases.findIndex((other) => other.id === id) < index
        ? [
            {
              code: 'same-case',
              severity: 'fault' as const,
              field: `cases.${index}.id`,
              message: `The id “${id}” is taken. Each case needs its own.`,
            },
          ]
        : [],
    ),
  migrations: {},
})
