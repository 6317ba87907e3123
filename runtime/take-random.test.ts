import { expect, it } from 'vitest'
import { takeRandom } from './take-random.ts'

it('gives as many bytes as were asked for, never the same ones twice, and keeps none of them', () => {
  const taken = Array.from({ length: 3_000 }, () => takeRandom(32))
  expect(new Set(taken.map((bytes) => bytes.toString('hex'))).size).toBe(3_000)
  expect(taken.every((bytes) => bytes.length === 32 && bytes.some((byte) => byte !== 0))).toBe(true)
  const all = Buffer.concat(taken)
  const mean = all.reduce((sum, byte) => sum + byte, 0) / all.length
  expect(mean).toBeGreaterThan(125)
  expect(mean).toBeLessThan(130)
})

it('gives bytes that nobody else can write over', () => {
  const first = takeRandom(16)
  const kept = Buffer.from(first)
  first.fill(0)
  expect(takeRandom(16).equals(kept)).toBe(false)
  expect(takeRandom(8_192)).toHaveLength(8_192)
})
