import { z } from 'zod'
import type { Value } from '../../schema/values.ts'
import type { NodeContext } from '../kit/node-runtime.ts'
import { withValues } from '../kit/with-values.ts'
import type { InterviewData, InterviewField } from './definition.ts'

const StoredValue: z.ZodType<Value> = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

/** Where an interview stands. */
export const Progress = z.object({
  /** What the variables held when it began: conditions are judged from there. */
  before: z.record(z.string(), StoredValue),
  /** By field; `null` where an optional one was left out. */
  answers: z.record(z.string(), StoredValue),
  /** Fields that are asked for now; none while the answers are reviewed. */
  asking: z.array(z.string()),
  /** They are asked for as a form, not one by one. */
  form: z.boolean(),
  /** How often the answer to them failed. */
  failed: z.int(),
})
export type Progress = z.infer<typeof Progress>

/** An interview that begins. */
export function beginProgress(data: InterviewData, context: NodeContext): Progress {
  const before: Record<string, Value> = {}
  for (const { variable } of data.fields) if (variable) before[variable] = context.scope.values[variable] ?? null
  return { before, answers: {}, asking: [], form: false, failed: 0 }
}

/**
 * The fields that are asked, given the answers so far. A condition sees what was known before the interview and the
 * answers of the fields above it; never its own, so that "only when the address is not known" stays true.
 */
export function visibleFields(data: InterviewData, progress: Progress, context: NodeContext): InterviewField[] {
  const values: Record<string, Value> = { ...progress.before }
  return data.fields.filter((field) => {
    const visible = field.when === undefined || holds(field.when, withValues(context, values))
    const answer = answerTo(field, progress)
    if (visible && field.variable && answer !== undefined) values[field.variable] = answer
    return visible
  })
}

export function answerTo(field: InterviewField, { answers }: Progress): Value | undefined {
  return Object.hasOwn(answers, field.id) ? answers[field.id] : undefined
}

/** Variables as the answers stand now. What was answered and does not apply any more is cleared. */
export function toVariables(data: InterviewData, progress: Progress, context: NodeContext): Record<string, Value> {
  const visible = visibleFields(data, progress, context)
  const values: Record<string, Value> = {}
  for (const field of data.fields)
    if (field.variable && answerTo(field, progress) !== undefined && !visible.includes(field))
      values[field.variable] = progress.before[field.variable] ?? null
  for (const field of visible) {
    const answer = answerTo(field, progress)
    if (field.variable && answer !== undefined) values[field.variable] = answer
  }
  return values
}

/** A condition that fails on what a visitor wrote leaves the question in: asking too much is better than too little. */
function holds(when: string, context: NodeContext): boolean {
  try {
    return context.evaluate(when) === true
  } catch {
    return true
  }
}
