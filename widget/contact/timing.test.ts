import { expect, test } from 'vitest'
import { waitBefore } from './timing.ts'

test('waits longer each time, up to a limit, spread over half of it', () => {
  expect([0, 1, 2, 10].map((attempt) => waitBefore(attempt, 1))).toEqual([500, 1_000, 2_000, 15_000])
  expect(waitBefore(2, 0)).toBe(1_000)
})
