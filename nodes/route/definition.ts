import { z } from 'zod'
import { Id } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { defineNode } from '../../schema/node-definition.ts'

const Rule = z.object({
  id: Id,
  /** What the card shows. For designers only. */
  label: z.string().max(200).optional(),
  /** Holds for these intents; for every one when there are none. */
  intents: z.array(z.string().max(64)).max(200).optional(),
  /** An expression that must hold as well. */
  when: z.string().max(2_000).optional(),
  /** Id of the department. */
  department: z.string().max(64),
})

const Data = z.object({
  name: z.string().optional(),
  rules: z.array(Rule).max(100),
  /** Where to go when departments fit and none of them is open: to the first of them, or on by `else`. */
  whenClosed: z.enum(['first', 'else']).default('first'),
})
export type RouteData = z.infer<typeof Data>

export const definition = defineNode<RouteData>({
  type: 'route',
  version: 1,
  name: 'Route',
  description: 'Chooses the department: the first open one whose rule fits.',
  category: 'decide',
  icon: 'waypoints',
  data: Data,
  initial: () => ({ rules: [], whenClosed: 'first' }),
  outcomes: (data) => [
    ...data.rules.map(({ id, label, department }) => ({ id, label: label || department || id })),
    { id: 'else', label: 'Otherwise', fallback: true },
  ],
  summary: (data) => [...new Set(data.rules.map((rule) => rule.department))].join(', ') || 'No rules yet',
  rests: {},
  expressions: (data) =>
    data.rules.flatMap(({ when }, index) =>
      when === undefined ? [] : [{ field: `rules.${index}.when`, source: when, expected: ['bool'] }],
    ),
  check: (data) => {
    const issues: Omit<FlowIssue, 'node'>[] = []
    const seen = new Set(['else'])
    data.rules.forEach(({ id, department }, index) => {
      if (seen.has(id))
        issues.push({
          code: 'same-rule',
          severity: 'fault',
          field: `rules.${index}.id`,
          message: `The id "${id}" is taken. Each rule needs its own.`,
        })
      seen.add(id)
      if (department === '')
        issues.push({
          code: 'no-department',
          severity: 'fault',
          field: `rules.${index}.department`,
          message: 'This rule names no department.',
        })
    })
    return issues
  },
  migrations: {},
})
