import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTimes, bucketOf, medianOf, type Times } from './time-buckets.ts'

const toTimes = (all: readonly number[]): Times =>
  all.reduce<Times>((times, ms) => {
    const bucket = bucketOf(ms)
    return bucket === undefined ? times : addTimes(times, { [bucket]: 1 })
  }, {})

test('the median is at most 5 % off, from a tenth of a second to a month', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 * 86_400_000 }), { minLength: 1, maxLength: 99 }), (all) => {
      const exact = [...all].sort((a, b) => a - b)[Math.floor((all.length + 1) / 2) - 1] ?? 0
      const found = medianOf(toTimes(all), all.length)
      if (exact < 100) expect(found).toBe(0)
      else expect(Math.abs(found - exact) / exact).toBeLessThan(0.05)
    }),
  )
})

test('adding is the same in any order, and nothing leaves nothing', () => {
  expect(addTimes({ 3: 1 }, { 3: 2, 9: 1 })).toEqual(addTimes({ 9: 1, 3: 2 }, { 3: 1 }))
  expect(medianOf({}, 0)).toBe(0)
})
