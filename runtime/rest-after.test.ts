import { expect, it } from 'vitest'
import { restAfter } from './rest-after.ts'

it('rests nineteen times as long as the work took, not less than asked and not longer than ten seconds', () => {
  expect([0, 1, 100, 400, 5_000].map((took) => restAfter(took, 500))).toEqual([500, 500, 1_900, 7_600, 10_000])
})
