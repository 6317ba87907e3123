import { RE2JS } from 're2js'
import { z } from 'zod'
import type { Variable, VariableType } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import type { NodeText } from '../../schema/node-definition.ts'
import { FieldKind } from '../../schema/prompt.ts'
import { Text } from '../../schema/text.ts'

/** Shapes of answers that are checked often enough to have a name. What each accepts stands in `answer-patterns.ts`. */
export const patternNames = ['postcode', 'vehicle-registration', 'digits', 'imei'] as const
export const PatternName = z.enum(patternNames)
export type PatternName = z.infer<typeof PatternName>

/** A day or moment: `today`, `today-30` (days), `now`, or a date `YYYY-MM-DD`. */
export const Moment = z
  .string()
  .regex(/^(now|today([+-]\d{1,5})?|\d{4}-\d{2}-\d{2})$/, 'Use today, today-30, now, or a date such as 2026-11-20')

export const FieldChoice = z.object({ value: z.string().min(1).max(200), label: Text, help: Text.optional() })

/** What one answer must be: shared by `question` and by the fields of `interview`. */
export const fieldSettings = {
  kind: FieldKind.default('text'),
  /** A hint below the question. */
  help: Text.optional(),
  /** For `choice` and `choices`. */
  choices: z.array(FieldChoice).max(100).optional(),
  optional: z.boolean().optional(),
  /** Least and most: the number itself, characters of a text, how many of `choices`. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Bounds of a date or date-time, inclusive. */
  earliest: Moment.optional(),
  latest: Moment.optional(),
  /** A named shape, or an RE2 expression that the whole answer must fit. */
  pattern: z.union([PatternName, z.object({ expression: z.string().min(1).max(500) })]).optional(),
  /** The force's own words for an answer that is not accepted, instead of the built-in ones. */
  error: Text.optional(),
}
export const FieldSettings = z.object(fieldSettings)
export type FieldSettings = z.infer<typeof FieldSettings>

/** Types of variable that can keep an answer of each kind. */
export const keepableIn: Record<FieldKind, readonly VariableType[]> = {
  text: ['text', 'place', 'reference', 'choice'],
  'long-text': ['text'],
  choice: ['choice', 'text'],
  choices: ['choices'],
  'yes-no': ['boolean'],
  number: ['number'],
  date: ['date'],
  datetime: ['datetime'],
  phone: ['phone', 'text'],
  email: ['email', 'text'],
  place: ['place', 'text'],
  reference: ['reference', 'text'],
  file: ['file'],
}

/** What an answer is chosen from. None where it is not chosen. */
export function offered({ kind, choices }: FieldSettings): NonNullable<FieldSettings['choices']> {
  return kind === 'choice' || kind === 'choices' ? (choices ?? []) : []
}

/** The texts of a field, with their paths below `path`. */
export function fieldTexts(field: FieldSettings, path = ''): NodeText[] {
  return [
    { field: `${path}help`, text: field.help, optional: true },
    { field: `${path}error`, text: field.error, optional: true },
    ...offered(field).flatMap((choice, index) => [
      { field: `${path}choices.${index}.label`, text: choice.label },
      { field: `${path}choices.${index}.help`, text: choice.help, optional: true },
    ]),
  ]
}

/** What is wrong with a field's settings, each a fault that a visitor would meet. */
export function checkField(
  field: FieldSettings & { variable?: string },
  variables: readonly Variable[],
  path = '',
): Omit<FlowIssue, 'node'>[] {
  const issues: Omit<FlowIssue, 'node'>[] = []
  const fault = (code: string, at: string, message: string) =>
    issues.push({ code, severity: 'fault', field: path + at, message })
  const variable = variables.find((candidate) => candidate.name === field.variable)
  if (variable && !keepableIn[field.kind].includes(variable.type))
    fault(
      'wrong-variable-type',
      'variable',
      `“${variable.name}” keeps ${variable.type}, which an answer of kind ${field.kind} is not.`,
    )
  if (field.kind === 'choice' || field.kind === 'choices') {
    const values = (field.choices ?? []).map((choice) => choice.value)
    if (values.length === 0) fault('no-choices', 'choices', 'There is nothing to choose from.')
    if (new Set(values).size < values.length) fault('same-choice', 'choices', 'Two choices have the same value.')
    if (field.kind === 'choices' && (field.min ?? 0) > values.length)
      fault('too-few-choices', 'min', 'More choices are asked for than there are.')
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    fault('empty-range', 'max', 'The most is less than the least. No answer would be accepted.')
  if (typeof field.pattern === 'object' && !isPattern(field.pattern.expression))
    fault('bad-pattern', 'pattern.expression', `“${field.pattern.expression}” is not a pattern that can be used here.`)
  return issues
}

function isPattern(expression: string): boolean {
  try {
    RE2JS.compile(expression)
    return true
  } catch {
    return false
  }
}
