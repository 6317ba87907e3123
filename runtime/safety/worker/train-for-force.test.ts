import { expect, test } from 'vitest'
import { assess } from '../assess.ts'
import { readBuiltInWeights } from '../built-in.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { openDetector } from '../open-detector.ts'
import { trainForForce } from './train-for-force.ts'

/** Every fortieth message: enough to train on in seconds, too few to judge by. */
const some = readLabelled().filter((_, at) => at % 40 === 0)
const own = (text: string, label: 'emergency' | 'none', id: string) =>
  ({ id: `lbl_${id}`, text, label, category: 'fire', difficulty: 'hard' }) as const
const inUse = { weights: readBuiltInWeights(), own: [] }

test('a training on own examples is accepted only when no recall falls, and then gives weights that judge', () => {
  const result = trainForForce(some, inUse, [own('the moor is burning behind our houses', 'emergency', 'a')])
  const { before, after } = result
  const kept = (['plain', 'hard'] as const).every(
    (kind) =>
      after[kind].emergencyRecall >= before[kind].emergencyRecall &&
      after[kind].humanAlertedRecall >= before[kind].humanAlertedRecall,
  )
  expect([result.accepted, result.refusals.length === 0, result.weights !== undefined]).toEqual([kept, kept, kept])
  expect(after.categories.reduce((sum, { messages }) => sum + messages, 0)).toBe(
    after.plain.messages + after.hard.messages,
  )
  if (!result.weights) return
  const trained = openDetector({ readWeights: () => result.weights ?? '' })
  expect(trained.state().filter(({ state }) => state === 'failed')).toEqual([])
  expect(assess('my husband is hitting me', [], trained).verdict).toBe('emergency')
}, 120_000)

test('examples that would teach it to look away are refused, with the messages that would be lost', () => {
  const dangers = some.filter(({ label }) => label === 'emergency')
  const poisoned = dangers.flatMap(({ text, id }) => [0, 1, 2].map((copy) => own(text, 'none', `${id}-${copy}`)))
  const result = trainForForce(some, inUse, poisoned)
  expect(result.accepted).toBe(false)
  expect(result.weights).toBeUndefined()
  expect(result.refusals.join(' ')).toMatch(/recall/i)
  expect(result.lost.length).toBeGreaterThan(0)
}, 120_000)
