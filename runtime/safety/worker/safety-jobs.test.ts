import { expect, test, vi } from 'vitest'
import { readBuiltInWeights } from '../built-in.ts'
import { createSafetyJobs } from './safety-jobs.ts'

test('a layer that takes long is not taken for one that fails', () => {
  const run = createSafetyJobs({ weights: readBuiltInWeights(), labelled: [] })
  const lists = { words: [], exceptions: [] }
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1_000
    return now
  })
  const judged = run({ kind: 'judge', detector: { lists }, messages: [{ text: 'what time do you open', earlier: [] }] })
  vi.restoreAllMocks()
  expect(judged).toMatchObject([{ verdict: 'none' }])
})
