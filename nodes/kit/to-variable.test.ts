import { expect, it } from 'vitest'
import type { VariableType } from '../../schema/flow.ts'
import { toVariable } from './to-variable.ts'

it.each<[VariableType, unknown, unknown]>([
  ['text', 'x', 'x'],
  ['text', 12, '12'],
  ['text', { a: 1 }, undefined],
  ['text', 'x'.repeat(9_000), 'x'.repeat(4_000)],
  ['number', 3, 3],
  ['number', '3.5', 3.5],
  ['number', 'three', undefined],
  ['number', '', undefined],
  ['number', Number.NaN, undefined],
  ['boolean', false, false],
  ['boolean', 'yes', undefined],
  ['choices', ['a', 1], ['a', '1']],
  ['choices', 'a', undefined],
  ['date', '2026-11-20', '2026-11-20'],
  ['date', '2026-11-20T18:00:00Z', '2026-11-20'],
  ['date', '2026-02-30', undefined],
  ['date', '', null],
  ['datetime', '2026-07-03T18:00:00Z', '2026-07-03T19:00'],
  ['datetime', '2026-07-03T18:00:00+02:00', '2026-07-03T17:00'],
  ['datetime', '2026-07-03T18:00', '2026-07-03T18:00'],
  ['datetime', 'soon', undefined],
  ['reference', null, null],
  ['reference', undefined, null],
])('%s keeps %j as %j', (type, value, kept) => {
  expect(toVariable(value, type, 'Europe/London')).toEqual(kept)
})
