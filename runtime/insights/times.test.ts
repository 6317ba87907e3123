import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFlat, toTally } from './tally.ts'
import { countTime, quantile, stepOf, type Times } from './times.ts'

describe('times', () => {
  it.each([
    [0, 0],
    [119, 119],
    [124, 120],
    [599, 595],
    [629, 600],
    [3_599, 3_570],
    [3_899, 3_600],
    [90_000, 90_000],
  ])('of %i seconds stand in the step of %i', (seconds, step) => {
    expect(stepOf(seconds)).toBe(step)
  })

  it('have the quantile that sorting them all would find, to the step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 20, maxLength: 300 }),
        fc.constantFrom(0.5, 0.9),
        (seconds, share) => {
          const times: Times = {}
          for (const each of seconds) countTime(times, each)
          const sorted = [...seconds].sort((a, b) => a - b)
          expect(quantile(toTally(times), share)).toEqual({
            seconds: stepOf(sorted[Math.ceil(share * seconds.length) - 1] ?? -1),
            n: seconds.length,
          })
          expect(quantile(toTally(toFlat(times)), share)).toEqual(quantile(toTally(times), share))
        },
      ),
    )
  })

  it('say nothing when there are fewer than twenty', () => {
    const times: Times = {}
    for (let count = 0; count < 19; count++) countTime(times, 60)
    countTime(times, null)
    expect(quantile(toTally(times), 0.5)).toEqual({ seconds: null, n: 19 })
    countTime(times, 60)
    expect(quantile(toTally(times), 0.5)).toEqual({ seconds: 60, n: 20 })
  })
})
