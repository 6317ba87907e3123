import { expect, test } from 'vitest'
import type { FieldKind, PromptField } from '../../schema/prompt.ts'
import { en } from '../words/en.ts'
import { answerOf } from './answer-of.ts'

const read = (kind: FieldKind, entries: [string, string][], change: Partial<PromptField> = {}) => {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return answerOf({ id: 'f', label: 'Field', kind, ...change }, form, en)
}
const date = (day: string, month: string, year: string): [string, string][] => [
  ['f-day', day],
  ['f-month', month],
  ['f-year', year],
]

test('asks for an answer, unless the field may be left empty', () => {
  expect(read('text', [['f', '  ']])).toEqual({ value: null, shown: '', error: en.needed })
  expect(read('text', [], { optional: true })).toEqual({ value: null, shown: '', error: undefined })
})

test('shows the label of a choice and sends its value', () => {
  const choices = [
    { value: 'a', label: 'Apple' },
    { value: 'b', label: 'Pear' },
  ]
  expect(read('choice', [['f', 'b']], { choices })).toEqual({ value: 'b', shown: 'Pear' })
  expect(read('choices', [['f', 'a'], ['f', 'b']], { choices })).toEqual({ value: ['a', 'b'], shown: 'Apple, Pear' }) // biome-ignore format: two entries
  expect(read('yes-no', [['f', 'false']])).toEqual({ value: false, shown: 'No' })
})

test('takes dates that exist, with a short year too', () => {
  expect(read('date', date('3', '2', '2026')).value).toBe('2026-02-03')
  expect(read('date', date('3', '2', '26')).value).toBe('2026-02-03')
  expect(read('date', date('31', '2', '2026')).error).toBe(en.realDate)
  expect(read('date', date('3', 'x', '2026')).error).toBe(en.realDate)
  expect(read('datetime', [...date('3', '2', '2026'), ['f-time', '19:41']])).toMatchObject({
    value: '2026-02-03T19:41',
    error: undefined,
  })
  expect(read('datetime', date('3', '2', '2026')).error).toBe(en.realDate)
})

test('takes numbers as people write them', () => {
  expect(read('number', [['f', '1,200']])).toEqual({ value: 1_200, shown: '1,200', error: undefined })
  expect(read('number', [['f', 'twelve']]).error).toBe(en.realNumber)
})
