import { expect, test } from 'vitest'
import { createTestClock } from '../testing/create-test-services.ts'
import { createRateLimit } from './rate-limit.ts'

const taken = (limit: (key: string) => boolean, key: string, tries: number) =>
  Array.from({ length: tries }, () => limit(key)).filter(Boolean).length

test('lets a burst through, then one more each step, and keeps keys apart', () => {
  const clock = createTestClock()
  const limit = createRateLimit({ burst: 5, seconds: 2 }, 1, clock)
  expect(taken(limit, 'a', 20)).toBe(5)
  expect(taken(limit, 'b', 20)).toBe(5)
  clock.forward(2_000)
  expect(taken(limit, 'a', 20)).toBe(1)
  clock.forward(5_000)
  expect(taken(limit, 'a', 20)).toBe(2)
  clock.forward(60_000)
  expect(taken(limit, 'a', 20)).toBe(5)
})

test('is wider by its scale', () => {
  expect(taken(createRateLimit({ burst: 5, seconds: 2 }, 3, createTestClock()), 'a', 100)).toBe(15)
})

test('a clock that is put back keeps nobody out for longer than the limit itself', () => {
  const clock = createTestClock()
  const limit = createRateLimit({ burst: 5, seconds: 2 }, 1, clock)
  expect(taken(limit, 'a', 20)).toBe(5)
  clock.forward(-3_600_000)
  expect(taken(limit, 'a', 20)).toBe(0)
  clock.forward(10_000)
  expect(taken(limit, 'a', 20)).toBe(5)
})

test('forgets who owes nothing, and never holds more than it may', () => {
  const clock = createTestClock()
  const limit = createRateLimit({ burst: 1, seconds: 60 }, 1, clock)
  for (let at = 0; at < 50_000; at++) limit(`key ${at}`)
  expect(limit('key 49999')).toBe(false)
  expect(limit('one more')).toBe(true)
  expect(limit('key 0')).toBe(true)
  clock.forward(60_000)
  expect(limit('and more')).toBe(true)
  expect(limit('key 49999')).toBe(true)
})
