import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { VariableType } from '../../schema/flow.ts'
import type { Value } from '../../schema/values.ts'

const longest = 4_000
const localDateTime = z.iso.datetime({ local: true })
const instant = z.iso.datetime({ offset: true })

/**
 * `value` as a variable of this type can keep it: for results of expressions and answers of other systems, which may be
 * of any shape. Moments with an offset are put on the clocks of `zone`. `undefined` where it does not fit; nothing is guessed.
 */
export function toVariable(value: unknown, type: VariableType, zone: string): Value | undefined {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined
    }
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'choices':
      return Array.isArray(value) && value.length <= 100 ? value.map((part) => String(part).slice(0, 500)) : undefined
    case 'date': {
      const day = typeof value === 'string' ? value.slice(0, 10) : ''
      return value === '' ? null : z.iso.date().safeParse(day).success ? day : undefined
    }
    case 'datetime':
      return value === '' ? null : typeof value === 'string' ? toLocal(value, zone) : undefined
    default:
      if (typeof value === 'string') return value.slice(0, longest)
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }
}

function toLocal(value: string, zone: string): string | undefined {
  if (instant.safeParse(value).success)
    return Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return localDateTime.safeParse(value).success ? value.slice(0, 16) : undefined
}
