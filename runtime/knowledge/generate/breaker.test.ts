import { expect, it } from 'vitest'
import { createBreaker } from './breaker.ts'

it('rests for thirty seconds after five failures in thirty, then tries, and rests again at the first failure (F1)', () => {
  let at = 1_000_000
  const breaker = createBreaker(() => at)
  const fail = () => {
    expect(breaker.take(100)).toBe(true)
    breaker.note(false)
  }
  for (let n = 0; n < 5; n++) fail()
  expect(breaker.take(100)).toBe(false)
  at += 30_000
  fail()
  expect(breaker.take(100)).toBe(false)
  at += 30_000
  expect(breaker.take(100)).toBe(true)
  breaker.note(true)
  for (let n = 0; n < 4; n++) fail()
  expect(breaker.take(100)).toBe(true)
})

it('does not add up failures that lie far apart', () => {
  let at = 0
  const breaker = createBreaker(() => at)
  for (let n = 0; n < 20; n++) {
    breaker.note(false)
    at += 10_000
  }
  expect(breaker.take(100)).toBe(true)
})

it('lets no more calls through in an hour than were allowed, whoever asks (SEC-42)', () => {
  let at = 0
  const breaker = createBreaker(() => at)
  const taken = Array.from({ length: 1_000 }, () => breaker.take(60)).filter(Boolean)
  expect(taken).toHaveLength(60)
  at += 3_600_000
  expect(breaker.take(60)).toBe(true)
})
