import { expect, it } from 'vitest'
import { hoursOf } from './hours-of.ts'

const day = [{ opens: '09:00', closes: '17:00' }]
const office = { hours: [day, day, day, day, day, [], []], bankHolidays: 'england-and-wales' } as const

it.each([
  ['2026-12-24T10:00', { open: true, words: 'Open to 17:00' }],
  ['2026-12-24T08:30', { open: false, words: 'Opens 09:00' }],
  ['2026-12-24T18:00', { open: false, words: 'Closed now' }],
  ['2026-12-25T08:30', { open: false, words: 'Closed now' }],
  ['2026-12-25T10:00', { open: false, words: 'Closed now' }],
])('says how a department stands at %s, also on a bank holiday', (at, state) => {
  expect(hoursOf({ ...office, hours: office.hours.map((times) => [...times]) }, new Date(at))).toEqual(state)
})
