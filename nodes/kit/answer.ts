import { formatValue } from '../../schema/values.ts'
import { fitPattern, readPostcode } from './answer-patterns.ts'
import { readDateAnswer, readDateTimeAnswer } from './date-answer.ts'
import type { FieldSettings } from './field-settings.ts'
import type { NodeContext } from './node-runtime.ts'
import { readChoice, readChoices } from './read-choice.ts'
import { readNumber } from './read-number.ts'
import { readPhone } from './read-phone.ts'
import { readYesNo } from './read-words.ts'
import { type Answer, type RawAnswer, refuse } from './refuse.ts'

const longest = { text: 500, 'long-text': 4_000, place: 300, reference: 40 }

/**
 * Reads `raw` as an answer to `field`. Nothing that a visitor can send makes it throw. An empty answer is `null` where
 * the field is optional.
 */
export function readAnswer(field: FieldSettings, raw: RawAnswer, context: NodeContext): Answer {
  if (isEmpty(raw)) return field.optional ? { ok: true, value: null } : refuse('answer.needed', context)
  const answer = readKind(field, raw, context)
  if (answer.ok || field.error === undefined) return answer
  return { ok: false, error: context.text(field.error) || answer.error }
}

function isEmpty(raw: RawAnswer): raw is null | undefined {
  return (
    raw === null ||
    raw === undefined ||
    raw === '' ||
    (typeof raw === 'string' && raw.trim() === '') ||
    (Array.isArray(raw) && raw.length === 0)
  )
}

function readKind(field: FieldSettings, raw: Exclude<RawAnswer, null | undefined>, context: NodeContext): Answer {
  const text = clean(Array.isArray(raw) ? raw.join(', ') : String(raw), field.kind === 'long-text')
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return readText(field, text, longest[field.kind], context)
    case 'choice':
      return readChoice(field, text, context)
    case 'choices':
      return readChoices(field, Array.isArray(raw) ? raw : text, context)
    case 'yes-no': {
      const value = typeof raw === 'boolean' ? raw : readYesNo(text)
      return value === undefined ? refuse('answer.yes-no', context) : { ok: true, value }
    }
    case 'number':
      return readNumberAnswer(field, typeof raw === 'number' ? raw : readNumber(text), context)
    case 'date':
      return readDateAnswer(field, text, context)
    case 'datetime':
      return readDateTimeAnswer(field, text, context)
    case 'phone': {
      const value = readPhone(text)
      return value === undefined ? refuse('answer.phone', context) : { ok: true, value }
    }
    case 'email':
      return isEmail(text) ? { ok: true, value: text } : refuse('answer.email', context)
    case 'place':
      if (field.pattern === undefined && !/\p{L}{2}|\d/u.test(text)) return refuse('answer.place', context)
      return readText(field, readPostcode(text) ?? text, longest.place, context)
    case 'reference': {
      const reference = text.toUpperCase()
      if (field.pattern === undefined && !/^(?=.*\d)[A-Z0-9][A-Z0-9 /._-]+$/.test(reference))
        return refuse('answer.reference', context)
      return readText(field, reference, longest.reference, context)
    }
    case 'file':
      return context.services.fileName(text) === undefined ? refuse('answer.file', context) : { ok: true, value: text }
  }
}

function readText(field: FieldSettings, text: string, most: number, context: NodeContext): Answer {
  if (text === '') return refuse('answer.needed', context)
  const fitted = fitPattern(text, field.pattern)
  if (!fitted.ok) return refuse(fitted.phrase, context)
  const length = [...fitted.text].length
  const least = field.min ?? 0
  const limit = Math.min(field.max ?? most, 4_000)
  if (length < least) return refuse('answer.short', context, { least })
  if (length > limit) return refuse('answer.long', context, { most: limit })
  return { ok: true, value: fitted.text }
}

function readNumberAnswer(field: FieldSettings, value: number | undefined, context: NodeContext): Answer {
  if (value === undefined || !Number.isFinite(value)) return refuse('answer.number', context)
  if (field.min !== undefined && value < field.min)
    return refuse('answer.least', context, { least: formatValue(field.min, 'number', context.locale) })
  if (field.max !== undefined && value > field.max)
    return refuse('answer.most', context, { most: formatValue(field.max, 'number', context.locale) })
  return { ok: true, value }
}

/** One address, as mail servers take it: no quotes, no spaces, a dot after the @. */
function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@"<>(),;:\\[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
}

/** Without control characters and spaces at the ends; on one line unless `lines`. */
function clean(text: string, lines: boolean): string {
  const kept = text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t\u200d]/gu, '')
  return (lines ? kept : kept.replace(/\s+/g, ' ')).trim()
}
