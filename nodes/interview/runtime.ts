import type { Value } from '../../schema/values.ts'
import { readAnswer } from '../kit/answer.ts'
import { fieldPrompt, formField, rawAnswer } from '../kit/field-prompt.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import { isUnsure, plainWords } from '../kit/read-words.ts'
import type { NodeEvent, Saying, Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import { withValues } from '../kit/with-values.ts'
import type { InterviewData, InterviewField } from './definition.ts'
import { answerTo, beginProgress, Progress, toVariables, visibleFields } from './progress.ts'
import { readReview, reviewPrompt, reviewWords } from './review.ts'

/**
 * Asks the fields that apply, one by one or as forms, until each has its answer; then lets the visitor check them all.
 * Every accepted answer is remembered at once, so a person who takes over has what was said so far.
 */
export const runtime = defineRuntime<InterviewData>({
  type: 'interview',
  enter,
  receive(data, event, context) {
    const progress = Progress.safeParse(context.memory).data
    if (!progress) return enter(data, context)
    switch (event.kind) {
      case 'time':
        return giveUp(data, context, progress, phrase('idle', context.locale))
      case 'text':
      case 'choice':
      case 'choices':
      case 'fields':
      case 'skip':
        if (progress.asking.length === 0) return review(data, event, context, progress)
        return progress.form ? readForm(data, event, context, progress) : readOne(data, event, context, progress)
      default:
        return repeat(data, context, progress)
    }
  },
})

function enter(data: InterviewData, context: NodeContext): Step {
  const intro = data.style === 'one-by-one' ? context.text(data.intro) : ''
  return proceed(data, context, beginProgress(data, context), intro ? [{ text: intro }] : [])
}

/** Asks for what is still open, else for the review, else it is done. */
function proceed(data: InterviewData, context: NodeContext, progress: Progress, say: Saying[] = []): Step {
  const open = visibleFields(data, progress, context).filter((field) => answerTo(field, progress) === undefined)
  const form = data.style === 'together'
  const asking = (form ? open : open.slice(0, 1)).map((field) => field.id)
  const next = { ...progress, asking, form, failed: 0 }
  if (asking.length > 0 || data.review) {
    const step = repeat(data, context, next)
    return { ...step, say: [...say, ...(step.say ?? [])] }
  }
  return {
    say,
    remember: toVariables(data, next, context),
    memory: next,
    next: { kind: 'leave', outcome: 'completed' },
  }
}

/** What is asked for now, said again: also after a change of language. */
function repeat(data: InterviewData, context: NodeContext, progress: Progress): Step {
  if (progress.asking.length === 0) {
    if (visibleFields(data, progress, context).length === 0)
      return { remember: toVariables(data, progress, context), next: { kind: 'leave', outcome: 'completed' } }
    return { say: [{ text: reviewWords(data, context) }], ...wait(data, context, progress) }
  }
  const here = seen(data, context, progress)
  const [only] = asked(data, progress)
  const words = only && !progress.form ? here.text(only.label) : formWords(data, here, progress)
  return { say: [{ text: words }], ...wait(data, context, progress) }
}

/** The first form is introduced by the interview's own words, what comes after it by built-in ones. */
function formWords(data: InterviewData, context: NodeContext, progress: Progress): string {
  const intro = Object.keys(progress.answers).length === 0 ? context.text(data.intro) : ''
  return intro || phrase('interview.form', context.locale)
}

function wait(
  data: InterviewData,
  context: NodeContext,
  progress: Progress,
  fault: { error?: string; errors?: Record<string, string> } = {},
): Step {
  const here = seen(data, context, progress)
  const step: Omit<Step, 'next'> = { remember: toVariables(data, progress, context), memory: progress }
  if (progress.asking.length === 0)
    return { ...step, next: { kind: 'wait', prompt: reviewPrompt(data, progress, here, fault.error), limit: 'idle' } }
  const fields = asked(data, progress)
  const [only] = fields
  if (only && !progress.form) {
    const visible = visibleFields(data, progress, context)
    const place = { at: Math.max(0, visible.indexOf(only)) + 1, of: Math.max(1, visible.length) }
    const more = { progress: place, ...(fault.error === undefined ? {} : { error: fault.error }) }
    return { ...step, next: { kind: 'wait', prompt: fieldPrompt(only, here, more), limit: 'idle' } }
  }
  const label = toPlain(formWords(data, here, progress))
  const filled = fields.map((field) => {
    const value = answerTo(field, progress)
    const error = fault.errors?.[field.id]
    return formField(field.id, field, here, {
      ...(value === undefined ? {} : { value }),
      ...(error === undefined ? {} : { error }),
    })
  })
  const prompt = { expects: 'fields' as const, label, fields: filled, ...(fault.error ? { error: fault.error } : {}) }
  return { ...step, next: { kind: 'wait', prompt, limit: 'idle' } }
}

function readOne(data: InterviewData, event: NodeEvent, context: NodeContext, progress: Progress): Step {
  const [field] = asked(data, progress)
  if (!field) return proceed(data, context, progress)
  const read = readField(field, event, context)
  if (read.ok) return proceed(data, context, withAnswers(progress, { [field.id]: read.value }))
  return refuse(data, context, progress, { error: read.error })
}

function readForm(data: InterviewData, event: NodeEvent, context: NodeContext, progress: Progress): Step {
  const fields = asked(data, progress)
  if (event.kind !== 'fields' && event.kind !== 'skip' && fields.length > 1)
    return wait(data, context, progress, { error: phrase('interview.form', context.locale) })
  const answers: Record<string, Value> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const untouched = event.kind === 'fields' && !Object.hasOwn(event.values, field.id)
    if (untouched && answerTo(field, progress) !== undefined) continue
    const read = readField(field, event, context)
    if (read.ok) answers[field.id] = read.value
    else errors[field.id] = read.error
  }
  const next = withAnswers(progress, answers)
  if (Object.keys(errors).length === 0) return proceed(data, context, next)
  return refuse(data, context, next, { errors })
}

function readField(field: InterviewField, event: NodeEvent, context: NodeContext) {
  const raw = event.kind === 'skip' ? null : rawAnswer(event, field.id)
  const left = typeof raw === 'string' && field.optional === true && event.kind !== 'fields'
  if (left && /^(skip|hepgor)$/.test(plainWords(raw))) return { ok: true, value: null } as const
  const read = readAnswer(field, raw, context)
  return !read.ok && left && isUnsure(raw) ? ({ ok: true, value: null } as const) : read
}

function review(data: InterviewData, event: NodeEvent, context: NodeContext, progress: Progress): Step {
  const here = seen(data, context, progress)
  const read = readReview(data, progress, event, here)
  if (read.kind === 'confirm')
    return { remember: toVariables(data, progress, context), next: { kind: 'leave', outcome: 'completed' } }
  if (read.kind === 'change')
    return repeat(data, context, { ...progress, asking: [read.field], form: false, failed: 0 })
  return wait(data, context, progress, { error: phrase('interview.which', context.locale) })
}

function refuse(
  data: InterviewData,
  context: NodeContext,
  progress: Progress,
  fault: { error?: string; errors?: Record<string, string> },
): Step {
  const failed = progress.failed + 1
  if (failed >= data.tries) return giveUp(data, context, progress, phrase('interview.gave-up', context.locale))
  return wait(data, context, { ...progress, failed }, fault)
}

function giveUp(data: InterviewData, context: NodeContext, progress: Progress, words: string): Step {
  return {
    say: [{ text: words }],
    remember: toVariables(data, progress, context),
    next: { kind: 'leave', outcome: 'gave-up' },
  }
}

function withAnswers(progress: Progress, answers: Record<string, Value>): Progress {
  return { ...progress, answers: { ...progress.answers, ...answers } }
}

function asked(data: InterviewData, progress: Progress): InterviewField[] {
  return data.fields.filter((field) => progress.asking.includes(field.id))
}

/** The context in which the answers so far are known already. */
function seen(data: InterviewData, context: NodeContext, progress: Progress): NodeContext {
  return withValues(context, toVariables(data, progress, context))
}
