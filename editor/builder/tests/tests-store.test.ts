import { expect, test } from 'vitest'
import { sampleFlow } from '../testing/sample-flow.ts'
import { createTests, failingTests } from './tests-store.ts'

test('only tests that the draft still holds count as failing', () => {
  const tests = createTests()
  const failed = { name: '', passed: false, divergences: [], covered: { nodes: [], edges: [] }, endsAt: 'start' }
  const flow = { ...sampleFlow, tests: [{ id: 'one', name: 'One', steps: [] }] }
  expect(failingTests(tests.getState(), flow)).toEqual([])
  const results = [
    { ...failed, id: 'one' },
    { ...failed, id: 'deleted' },
    { ...failed, id: 'two', passed: true },
  ]
  tests.setState({ run: { tests: results, covered: { nodes: [], edges: [] } } })
  expect(failingTests(tests.getState(), flow).map(({ id }) => id)).toEqual(['one'])
})
