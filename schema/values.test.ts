import { expect, it } from 'vitest'
import { type VariableType, variableTypes } from './flow.ts'
import { emptyValue, formatValue, type Value } from './values.ts'

const written: [Value | undefined, VariableType, string, string][] = [
  [undefined, 'text', 'en-GB', ''],
  [null, 'number', 'en-GB', ''],
  ['', 'text', 'en-GB', ''],
  ['umbrella', 'text', 'en-GB', 'umbrella'],
  [0, 'number', 'en-GB', '0'],
  [1234567.891, 'number', 'en-GB', '1,234,567.891'],
  [1234.5, 'number', 'de-DE', '1.234,5'],
  [true, 'boolean', 'en-GB', 'Yes'],
  [false, 'boolean', 'en-GB', 'No'],
  [true, 'boolean', 'cy-GB', 'Ie'],
  [false, 'boolean', 'cy-GB', 'Na'],
  [['a', 'b'], 'choices', 'en-GB', 'a, b'],
  [[], 'choices', 'en-GB', ''],
  ['2026-03-01', 'date', 'en-GB', '1 March 2026'],
  ['2026-03-01', 'date', 'cy-GB', '1 Mawrth 2026'],
  ['2028-02-29', 'date', 'en-GB', '29 February 2028'],
  ['2026-02-30', 'date', 'en-GB', '2026-02-30'],
  ['yesterday', 'date', 'en-GB', 'yesterday'],
  ['2026-03-29T01:30', 'datetime', 'en-GB', '29 March 2026, 01:30'],
  ['2026-11-20T00:05', 'datetime', 'en-GB', '20 November 2026, 00:05'],
  ['2026-11-20T25:00', 'datetime', 'en-GB', '2026-11-20T25:00'],
  ['2026-11-20', 'text', 'en-GB', '2026-11-20'],
]
it.each(written)('writes %o as %s in %s: %s', (value, type, locale, words) => {
  expect(formatValue(value, type, locale)).toBe(words)
})

it('counts an unset variable as empty, by its type', () => {
  expect(Object.fromEntries(variableTypes.map((type) => [type, emptyValue(type)]))).toEqual({
    text: '',
    number: 0,
    boolean: false,
    date: '',
    datetime: '',
    choice: '',
    choices: [],
    place: '',
    phone: '',
    email: '',
    reference: '',
    file: '',
  })
})
