import { expect, test } from 'vitest'
import { createIntentModels, toMatch } from './intent-models.ts'

const intents = [
  { id: 'lost_property', phrases: ['Lost property'] },
  { id: 'noise_nuisance', phrases: ['Noise'] },
]
const create = () =>
  createIntentModels(
    async () => undefined,
    (error) => {
      throw error
    },
  )

test('says nothing until it has learned, then understands at once; the same intents are learned once', async () => {
  const models = create()
  expect(models.understand(intents, 'I lost my keys')).toBeUndefined()
  await Promise.all([models.prepare(intents), models.prepare(structuredClone(intents))])
  expect(models.understand(intents, 'I lost my keys')).toEqual({ kind: 'sure', id: 'lost_property' })
  expect(models.understand(structuredClone(intents), 'the neighbours play loud music')).toEqual({
    kind: 'sure',
    id: 'noise_nuisance',
  })
  expect(models.understand(intents, 'what is the weather tomorrow')).toEqual({ kind: 'none' })
})

test('asks between the two that are near, takes one that stands out, and leaves what is neither', () => {
  const rank = (a: number, b: number, c: number, other: number) => ({
    best: [
      { id: 'a', share: a },
      { id: 'b', share: b },
      { id: 'c', share: c },
    ],
    other,
  })
  expect(toMatch(rank(0.8, 0.1, 0.05, 0.05))).toEqual({ kind: 'sure', id: 'a' })
  expect(toMatch(rank(0.5, 0.4, 0.05, 0.05))).toEqual({ kind: 'close', ids: ['a', 'b'] })
  expect(toMatch(rank(0.3, 0.1, 0.1, 0.4))).toEqual({ kind: 'close', ids: ['a', 'b'] })
  expect(toMatch(rank(0.3, 0.05, 0.05, 0.6))).toEqual({ kind: 'none' })
  expect(toMatch(rank(0.1, 0.1, 0.1, 0.3))).toEqual({ kind: 'none' })
  // After a question between b and c, what is likely besides them no longer counts.
  expect(toMatch(rank(0.5, 0.3, 0.1, 0.1), ['b', 'c'])).toEqual({ kind: 'sure', id: 'b' })
  expect(toMatch(rank(0.5, 0.2, 0.2, 0.1), ['b', 'c'])).toEqual({ kind: 'close', ids: ['b', 'c'] })
})
