import type { Input } from '../../schema/input.ts'
import type { PromptField } from '../../schema/prompt.ts'
import type { Words } from '../words/en.ts'

type Value = Extract<Input, { kind: 'fields' }>['values'][string]

/** What was put into one field: its value, how the visitor sees it, and what is to be put right. */
export interface FieldAnswer {
  value: Value
  shown: string
  error?: string
}

/** Reads a field from its form. Only what the browser can know is checked here; the server checks the rest. */
export function answerOf(field: PromptField, form: FormData, words: Words): FieldAnswer {
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const { id, kind } = field
  const labelOf = (value: string) => field.choices?.find((choice) => choice.value === value)?.label ?? value
  const empty = { value: null, shown: '', error: field.optional ? undefined : words.needed }
  if (kind === 'choices') {
    const values = form.getAll(id).map(String)
    return values.length ? { value: values, shown: values.map(labelOf).join(', ') } : empty
  }
  if (kind === 'date' || kind === 'datetime') {
    const [day, month, year] = [read(`${id}-day`), read(`${id}-month`), read(`${id}-year`)]
    if (!day && !month && !year) return empty
    const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const time = read(`${id}-time`)
    const moment = new Date(`${date}T12:00Z`)
    const real = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
    const value = kind === 'date' ? date : `${date}T${time}`
    const error = real && (kind === 'date' || time) ? undefined : words.realDate
    return { value, shown: `${day}/${month}/${year}${time && ` ${time}`}`, error }
  }
  const value = read(id)
  if (value === '') return empty
  if (kind === 'yes-no') return { value: value === 'true', shown: value === 'true' ? words.yes : words.no }
  if (kind === 'number') {
    const number = Number(value.replace(',', ''))
    return { value: number, shown: value, error: Number.isFinite(number) ? undefined : words.realNumber }
  }
  return { value, shown: kind === 'file' ? read(`${id}-name`) : labelOf(value) }
}
