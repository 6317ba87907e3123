import { expect, it } from 'vitest'
import type { Span } from './definition.ts'
import { openHours, setHours } from './week-hours.ts'

const span = (from: string, to: string): Span => ({ from, to })
const nine = [span('09:00', '17:00')]

it.each<[string, Span[], number, number, boolean, Span[]]>([
  ['opens an hour of a closed day', [], 9, 9, true, [span('09:00', '10:00')]],
  ['joins what touches', nine, 17, 18, true, [span('09:00', '19:00')]],
  ['cuts a pause out', nine, 12, 12, false, [span('09:00', '12:00'), span('13:00', '17:00')]],
  ['closes a whole day', nine, 0, 23, false, []],
  [
    'keeps minutes that are not touched',
    [span('09:30', '17:15')],
    12,
    12,
    false,
    [span('09:30', '12:00'), span('13:00', '17:15')],
  ],
  ['opens until midnight', nine, 17, 23, true, [span('09:00', '24:00')]],
  ['keeps the morning that an evening goes on into', [span('22:00', '06:00')], 20, 21, true, [span('20:00', '06:00')]],
  [
    'takes an evening away and leaves the night after it',
    [span('20:00', '02:00')],
    20,
    20,
    false,
    [span('21:00', '02:00')],
  ],
  ['is painted from right to left as well', [], 11, 9, true, [span('09:00', '12:00')]],
])('%s', (_, before, first, last, open, after) => {
  expect(setHours(before, first, last, open)).toEqual(after)
})

it('shows parts of hours, and a night until midnight', () => {
  const hours = openHours([span('09:30', '11:00'), span('22:00', '06:00')])
  expect([8, 9, 10, 11, 21, 22, 23, 0].map((at) => hours[at])).toEqual([0, 0.5, 1, 0, 0, 1, 1, 0])
})
