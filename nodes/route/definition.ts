import { z } from 'zod'
import { Verdict } from '../../schema/assessment.ts'
import { Id } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { defineNode } from '../../schema/node-definition.ts'

const Rule = z.object({
  id: Id,
  /** What the card shows. For designers only. */
  label: z.string().max(200).optional(),
  /** Holds for these intents; for every one when there are none. */
  intents: z.array(z.string().max(64)).max(200).optional(),
  /** Holds for contacts of these verdicts; for every one when there are none. */
  risks: z.array(Verdict).max(3).optional(),
  /** Holds where the place of the contact lies: names such as `Fell Park`, beginnings of postcodes such as `NM4`. */
  places: z.array(z.string().min(1).max(100)).max(500).optional(),
  /** Holds while no more than these wait in the department's queue. */
  mostWaiting: z.int().min(0).max(10_000).optional(),
  /** An expression that must hold as well. */
  when: z.string().max(2_000).optional(),
  /** Id of the department. */
  department: z.string().max(64),
})
export type RouteRule = z.infer<typeof Rule>

const Data = z.object({
  name: z.string().optional(),
  rules: z.array(Rule).max(100),
  /** The variable that says where it happened, for rules that look at places. */
  placeVariable: z.string().max(64).optional(),
  /** Where to go when departments fit and none of them is open: to the first of them, or on by `else`. */
  whenClosed: z.enum(['first', 'else']).default('first'),
})
export type RouteData = z.infer<typeof Data>

export const definition = defineNode<RouteData>({
  type: 'route',
  version: 1,
  name: 'Route',
  description: 'Chooses the department: the first one that takes the contact and whose rule fits.',
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
  reads: ({ placeVariable }) =>
    placeVariable === undefined ? [] : [{ field: 'placeVariable', variable: placeVariable }],
  expressions: (data) =>
    data.rules.flatMap(({ when }, index) =>
      when === undefined ? [] : [{ field: `rules.${index}.when`, source: when, expected: ['bool'] }],
    ),
  teams: ({ rules }) => rules.map(({ department, intents = [] }) => ({ department, intents })),
  check: (data) => {
    const issues: Omit<FlowIssue, 'node'>[] = []
    const seen = new Set(['else'])
    data.rules.forEach(({ id, department, places = [] }, index) => {
      if (places.length > 0 && data.placeVariable === undefined)
        issues.push({
          code: 'no-place',
          severity: 'fault',
          field: 'placeVariable',
          message: 'A rule looks at places. Say which variable holds the place.',
        })
      if (seen.has(id))
        issues.push({
          code: 'same-rule',
          severity: 'fault',
          field: `rules.${index}.id`,
          message: `The id “${id}” is taken. Each rule needs its own.`,
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
