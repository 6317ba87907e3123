import { z } from 'zod'
import { Id, VariableName } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { checkField, fieldSettings, fieldTexts, offered } from '../kit/field-settings.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

const Field = z.object({
  id: Id,
  /** The question, and the label of the answer in the review. */
  label: Text,
  variable: VariableName.optional(),
  /** Asked only when this holds. It may read the answers before it, by their variables. */
  when: z.string().max(2_000).optional(),
  ...fieldSettings,
})
export type InterviewField = z.infer<typeof Field>

const Data = z.object({
  name: z.string().optional(),
  /** Said first. */
  intro: Text.optional(),
  fields: z.array(Field).max(60),
  style: z.enum(['one-by-one', 'together']).default('one-by-one'),
  /** Shows all answers before going on, each of which can be changed. */
  review: z.boolean().default(true),
  /** Words above the review; built-in ones without it. */
  reviewText: Text.optional(),
  /** Answers to one field that may fail before the flow goes on without them. */
  tries: z.int().min(1).max(10).default(3),
  idleHours: IdleHours,
})
export type InterviewData = z.infer<typeof Data>

export const definition = defineNode<InterviewData>({
  type: 'interview',
  version: 1,
  name: 'Interview',
  description: 'Asks several things as one form, with review and correction.',
  category: 'talk',
  icon: 'clipboard-list',
  data: Data,
  initial: () => ({ fields: [], style: 'one-by-one', review: true, tries: 3, idleHours: 20 }),
  outcomes: () => [
    { id: 'completed', label: 'Completed' },
    { id: 'gave-up', label: 'Gave up', fallback: true },
  ],
  summary: (data, locale) =>
    data.fields.map((field) => plainText(localise(field.label, locale)) || field.id).join(', ') || 'No fields yet',
  rests: { visitor: true },
  limits: (data) => idleLimit(data.idleHours),
  texts: (data) => [
    { field: 'intro', text: data.intro, optional: true },
    { field: 'reviewText', text: data.reviewText, optional: true },
    ...data.fields.flatMap((field, index) => [
      { field: `fields.${index}.label`, text: field.label },
      ...fieldTexts(field, `fields.${index}.`),
    ]),
  ],
  expressions: (data) =>
    data.fields.flatMap(({ when }, index) =>
      when === undefined ? [] : [{ field: `fields.${index}.when`, source: when, expected: ['bool'] }],
    ),
  writes: (data) =>
    data.fields.flatMap((field, index) =>
      field.variable
        ? [
            {
              field: `fields.${index}.variable`,
              variable: field.variable,
              after: ['completed'],
              choices: offered(field),
            },
          ]
        : [],
    ),
  check: (data, { flow }) => {
    const issues: Omit<FlowIssue, 'node'>[] = []
    const seen = new Set<string>()
    data.fields.forEach((field, index) => {
      const path = `fields.${index}.`
      if (seen.has(field.id))
        issues.push({
          code: 'same-field',
          severity: 'fault',
          field: `${path}id`,
          message: `Two fields have the id “${field.id}”.`,
        })
      seen.add(field.id)
      issues.push(...checkField(field, flow.variables, path))
      if (!field.variable)
        issues.push({
          code: 'answer-not-kept',
          severity: 'advice',
          field: `${path}variable`,
          message: 'The answer is not kept in a variable. Nobody could use it later.',
        })
    })
    if (data.fields.length === 0)
      issues.push({ code: 'no-fields', severity: 'fault', field: 'fields', message: 'There is nothing to ask yet.' })
    return issues
  },
  migrations: {},
})
