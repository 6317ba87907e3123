import { expect, test } from 'vitest'
import { createTestClock } from '../testing/create-test-services.ts'
import { createThrottle } from './throttle.ts'

test('lets so many through in a window, and more when it has moved on', () => {
  const clock = createTestClock()
  const throttle = createThrottle(clock, 2, 1_000)
  expect([throttle.take('a'), throttle.take('a'), throttle.take('a'), throttle.take('b')]).toEqual([
    true,
    true,
    false,
    true,
  ])
  clock.forward(999)
  expect(throttle.take('a')).toBe(false)
  clock.forward(1)
  expect(throttle.take('a')).toBe(true)
})

test('a good try does not count', () => {
  const throttle = createThrottle(createTestClock(), 1, 1_000)
  for (let count = 0; count < 5; count++) {
    expect(throttle.take('a')).toBe(true)
    throttle.giveBack('a')
  }
})
