import type { Choice, Prompt, PromptField } from '../../schema/prompt.ts'
import type { Text } from '../../schema/text.ts'
import { formatValue, type Value } from '../../schema/values.ts'
import type { FieldSettings } from './field-settings.ts'
import type { NodeContext } from './node-runtime.ts'
import { phrase } from './phrases.ts'
import { offeredBy } from './read-choice.ts'
import type { RawAnswer } from './refuse.ts'
import type { NodeEvent } from './step.ts'
import { toPlain } from './to-plain.ts'

/** A field with the words that ask for it. */
export type AskedField = FieldSettings & { label: Text }

/** The prompt that asks for this one field. */
export function fieldPrompt(
  field: AskedField,
  context: NodeContext,
  more: Pick<Prompt, 'error' | 'progress'> = {},
): Omit<Prompt, 'node'> {
  const { kind } = field
  const choices = choicesOf(field, context)
  const help = toPlain(context.text(field.help))
  return {
    expects: kind === 'choices' ? 'choices' : choices ? 'choice' : 'text',
    label: toPlain(context.text(field.label)),
    ...(help ? { help } : {}),
    ...(choices ? { choices, free: true } : { input: kind }),
    ...(field.optional ? { optional: true } : {}),
    ...(more.error === undefined ? {} : { error: more.error }),
    ...(more.progress === undefined ? {} : { progress: more.progress }),
  }
}

/** The same field as part of a form, with what is known of it already. */
export function formField(
  id: string,
  field: AskedField,
  context: NodeContext,
  known: { value?: Value; error?: string } = {},
): PromptField {
  const choices = choicesOf(field, context)
  const help = toPlain(context.text(field.help))
  return {
    id,
    label: toPlain(context.text(field.label)),
    kind: field.kind,
    ...(help ? { help } : {}),
    ...(field.optional ? { optional: true } : {}),
    ...(choices ? { choices } : {}),
    ...(known.value === undefined || known.value === null ? {} : { value: known.value }),
    ...(known.error === undefined ? {} : { error: known.error }),
  }
}

/** What the visitor sent for `field`; `undefined` when it was not an answer at all. */
export function rawAnswer(event: NodeEvent, field: string): RawAnswer {
  switch (event.kind) {
    case 'text':
      return event.text
    case 'choice':
      return event.value
    case 'choices':
      return event.values
    case 'fields':
      return Object.hasOwn(event.values, field) ? event.values[field] : undefined
    default:
      return undefined
  }
}

/** An answer in words, as the visitor checks it: labels instead of values, dates and numbers written out. */
export function showAnswer(field: FieldSettings, value: Value, context: NodeContext): string {
  if (value === null) return phrase('interview.not-given', context.locale)
  if (field.kind === 'file') return context.services.fileName(String(value)) ?? String(value)
  if (field.kind === 'choice' || field.kind === 'choices') {
    const offered = offeredBy(field, context)
    const labels = (Array.isArray(value) ? value : [String(value)]).map(
      (part) => offered.find((choice) => choice.value === part)?.label ?? part,
    )
    return labels.join(', ')
  }
  const type = field.kind === 'date' || field.kind === 'datetime' ? field.kind : 'text'
  return formatValue(value, type, context.locale)
}

/** Choices for yes and no. */
export function yesNoChoices(context: NodeContext): Choice[] {
  return [
    { value: 'yes', label: phrase('yes', context.locale) },
    { value: 'no', label: phrase('no', context.locale) },
  ]
}

function choicesOf(field: FieldSettings, context: NodeContext): Choice[] | undefined {
  if (field.kind === 'yes-no') return yesNoChoices(context)
  return field.kind === 'choice' || field.kind === 'choices' ? offeredBy(field, context) : undefined
}
