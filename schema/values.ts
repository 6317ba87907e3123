import type { VariableType } from './flow.ts'

/** The value of a variable. Dates are `YYYY-MM-DD`, date-times `YYYY-MM-DDTHH:mm` in the flow's zone, files are ids. */
export type Value = string | number | boolean | string[] | null
export type Values = Readonly<Record<string, Value>>

/** `value` in words, as it is put into a message. */
export function formatValue(value: Value | undefined, type: VariableType, locale: string): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'boolean') return locale.startsWith('cy') ? (value ? 'Ie' : 'Na') : value ? 'Yes' : 'No'
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  if (type === 'date' || type === 'datetime') {
    const moment = new Date(type === 'date' ? `${value}T12:00:00Z` : `${value}Z`)
    const isMoment = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value.slice(0, 10))
    if (!isMoment) return value
    const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
    if (type === 'date') return new Intl.DateTimeFormat(locale, day).format(moment)
    const time = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const
    return `${new Intl.DateTimeFormat(locale, day).format(moment)}, ${new Intl.DateTimeFormat(locale, time).format(moment)}`
  }
  return value
}

/** What an unset variable counts as in an expression. */
export function emptyValue(type: VariableType): Value {
  if (type === 'number') return 0
  if (type === 'boolean') return false
  if (type === 'choices') return []
  return ''
}
