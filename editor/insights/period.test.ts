import { describe, expect, it } from 'vitest'
import { describePeriod } from '../../schema/describe-period.ts'
import { daysOf, toCompared, toPeriod } from './period.ts'

describe('periods', () => {
  it.each([
    ['today', { from: '2026-11-20', to: '2026-11-20' }],
    ['yesterday', { from: '2026-11-19', to: '2026-11-19' }],
    ['7-days', { from: '2026-11-14', to: '2026-11-20' }],
    ['28-days', { from: '2026-10-24', to: '2026-11-20' }],
    ['month', { from: '2026-11-01', to: '2026-11-20' }],
    ['last-month', { from: '2026-10-01', to: '2026-10-31' }],
    ['year', { from: '2025-11-21', to: '2026-11-20' }],
  ] as const)('%s, seen from 20 November', (name, period) => {
    expect(toPeriod(name, '2026-11-20')).toEqual(period)
  })

  it('is compared with as many days just before, or with the same days a year ago', () => {
    const november = { from: '2026-11-01', to: '2026-11-20' }
    expect(toCompared(november, 'before')).toEqual({ from: '2026-10-12', to: '2026-10-31' })
    expect(toCompared(november, 'year')).toEqual({ from: '2025-11-01', to: '2025-11-20' })
    expect(daysOf(toCompared(november, 'before'))).toBe(daysOf(november))
    expect(toCompared({ from: '2028-02-29', to: '2028-02-29' }, 'year')).toEqual({
      from: '2027-03-01',
      to: '2027-03-01',
    })
  })

  it.each([
    [{ from: '2026-11-20', to: '2026-11-20' }, '20 November 2026'],
    [{ from: '2026-11-01', to: '2026-11-20' }, '1 to 20 November 2026'],
    [{ from: '2026-10-24', to: '2026-11-20' }, '24 October to 20 November 2026'],
    [{ from: '2025-12-24', to: '2026-01-02' }, '24 December 2025 to 2 January 2026'],
  ])('%j reads "%s"', (period, words) => {
    expect(describePeriod(period)).toBe(words)
  })
})
