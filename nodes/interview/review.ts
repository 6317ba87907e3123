import type { Prompt } from '../../schema/prompt.ts'
import { showAnswer } from '../kit/field-prompt.ts'
import type { NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import { findChoice } from '../kit/read-choice.ts'
import { plainWords, readYesNo } from '../kit/read-words.ts'
import type { NodeEvent } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import type { InterviewData } from './definition.ts'
import { answerTo, type Progress, visibleFields } from './progress.ts'

const changePrefix = 'change:'

/** Words above the review. */
export function reviewWords(data: InterviewData, context: NodeContext): string {
  return context.text(data.reviewText) || phrase('interview.review', context.locale)
}

/** All answers, each of which can be changed. */
export function reviewPrompt(
  data: InterviewData,
  progress: Progress,
  context: NodeContext,
  error?: string,
): Omit<Prompt, 'node'> {
  const lines = reviewLines(data, progress, context)
  return {
    expects: 'choice',
    label: toPlain(reviewWords(data, context)),
    review: lines,
    choices: [
      { value: 'confirm', label: phrase('interview.confirm', context.locale) },
      ...lines.map(({ field, label }) => ({
        value: changePrefix + field,
        label: phrase('interview.change', context.locale, { field: label }),
      })),
    ],
    free: true,
    ...(error === undefined ? {} : { error }),
  }
}

/** What the visitor wants after looking: everything is right, one answer is not, or neither could be understood. */
export function readReview(
  data: InterviewData,
  progress: Progress,
  event: NodeEvent,
  context: NodeContext,
): { kind: 'confirm' } | { kind: 'change'; field: string } | { kind: 'unclear' } {
  const said = event.kind === 'choice' ? event.value : event.kind === 'text' ? event.text : ''
  const lines = reviewLines(data, progress, context)
  if (said === 'confirm') return { kind: 'confirm' }
  const exact = lines.find(({ field }) => said === changePrefix + field)
  if (exact) return { kind: 'change', field: exact.field }
  if (event.kind !== 'text') return { kind: 'unclear' }
  if (plainWords(said) === plainWords(phrase('interview.confirm', context.locale))) return { kind: 'confirm' }
  if (readYesNo(said) === true) return { kind: 'confirm' }
  const words = plainWords(said).replace(/^(change|newid)( the| my)?:? /, '')
  const named = findChoice(
    words,
    lines.map(({ field, label }) => ({ value: field, label })),
  )
  return named ? { kind: 'change', field: named.value } : { kind: 'unclear' }
}

function reviewLines(data: InterviewData, progress: Progress, context: NodeContext) {
  return visibleFields(data, progress, context).map((field) => ({
    field: field.id,
    label: toPlain(context.text(field.label)) || field.id,
    value: showAnswer(field, answerTo(field, progress) ?? null, context),
  }))
}
