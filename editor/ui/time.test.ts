import { expect, it } from 'vitest'
import { formatElapsed, formatMoment, readTime } from './time.tsx'

it.each([
  [-5_000, '0:00'],
  [41_000, '0:41'],
  [725_000, '12:05'],
  [11_050_000, '3:04:10'],
  [172_799_000, '47:59:59'],
  [3_378_312_000, '39 days'],
])('shows %d ms as %s', (milliseconds, shown) => expect(formatElapsed(milliseconds)).toBe(shown))

it('leaves out what is plain: the day when it is today, the clock when it was another year', () => {
  const now = new Date('2026-11-21T20:00:00')
  expect(formatMoment('2026-11-21T19:41:00', now)).toBe('19:41')
  expect(formatMoment('2026-11-20T19:41:00', now)).toBe('20 Nov, 19:41')
  expect(formatMoment('2025-11-20T19:41:00', now)).toBe('20 Nov 2025')
})

it.each([
  ['8', '08:00'],
  ['830', '08:30'],
  ['8.30', '08:30'],
  ['18:05 ', '18:05'],
  ['25', undefined],
  ['8:70', undefined],
  ['noon', undefined],
])('reads %s as %s', (typed, time) => expect(readTime(typed)).toBe(time))
