import { RE2JS } from 're2js'
import type { FieldSettings, PatternName } from './field-settings.ts'
import type { PhraseKey } from './phrases.ts'

/** `AB1 2CD` however it is typed; `undefined` when it is not a full UK postcode. */
export function readPostcode(text: string): string | undefined {
  const match = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[A-Z]{2})$/.exec(compact(text))
  return match ? `${match[1]} ${match[2]}` : undefined
}

/** Plates of Great Britain since 1963 and of Northern Ireland; other and personal ones when short and with a digit. */
function readPlate(text: string): string | undefined {
  const plate = compact(text)
  const current = /^([A-Z]{2}\d{2})([A-Z]{3})$/.exec(plate)
  if (current) return `${current[1]} ${current[2]}`
  return /^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{2,7}$/.test(plate) ? plate : undefined
}

/** Fifteen digits of which the last is the check digit (Luhn). */
function readImei(text: string): string | undefined {
  const digits = text.replace(/[\s/-]/g, '')
  if (!/^\d{15}$/.test(digits)) return undefined
  const sum = [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 ? digits : undefined
}

const readers: Record<PatternName, (text: string) => string | undefined> = {
  postcode: readPostcode,
  'vehicle-registration': readPlate,
  digits: (text) => (/^\d+$/.test(text.replace(/\s/g, '')) ? text.replace(/\s/g, '') : undefined),
  imei: readImei,
}

/** `text` as the pattern wants it written, or the phrase that says how to put it right. */
export function fitPattern(
  text: string,
  pattern: FieldSettings['pattern'],
): { ok: true; text: string } | { ok: false; phrase: PhraseKey } {
  if (pattern === undefined) return { ok: true, text }
  if (typeof pattern === 'object')
    return fitsExpression(text, pattern.expression) ? { ok: true, text } : { ok: false, phrase: 'answer.pattern' }
  const read = readers[pattern](text)
  return read === undefined ? { ok: false, phrase: `pattern.${pattern}` } : { ok: true, text: read }
}

/** A pattern that cannot be read stops publishing; should one be met all the same, it does not stop the visitor. */
function fitsExpression(text: string, expression: string): boolean {
  try {
    return RE2JS.compile(expression).matches(text)
  } catch {
    return true
  }
}

function compact(text: string): string {
  return text.toUpperCase().replace(/[\s.-]/g, '')
}
