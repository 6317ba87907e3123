import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { coalesce } from './coalesce.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('acts at once, and once more after a burst, so that the last change is never missed', () => {
  const acted: string[] = []
  const ask = coalesce(50, (key) => acted.push(key))
  for (let count = 0; count < 100; count++) ask('a')
  ask('b')
  expect(acted).toEqual(['a', 'b'])
  vi.advanceTimersByTime(50)
  expect(acted).toEqual(['a', 'b', 'a'])
  vi.advanceTimersByTime(50)
  ask('b')
  expect(acted).toEqual(['a', 'b', 'a', 'b'])
})
