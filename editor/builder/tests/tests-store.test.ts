import { expect, test } from 'vitest'
import type { FlowTestResult } from '../../../schema/api/simulate.ts'
import { sampleFlow } from '../testing/sample-flow.ts'
import { createTests, failingTests, mergeRun } from './tests-store.ts'

const result = (id: string, nodes: string[] = [], edges: string[] = []): FlowTestResult => ({
  id,
  name: '',
  passed: false,
  divergences: [],
  covered: { nodes, edges },
  endsAt: 'start',
})

test('only tests that the draft still holds count as failing', () => {
  const tests = createTests()
  const flow = { ...sampleFlow, tests: [{ id: 'one', name: 'One', steps: [] }] }
  expect(failingTests(tests.getState(), flow)).toEqual([])
  const results = [result('one'), result('deleted'), { ...result('two'), passed: true }]
  tests.setState({ run: { tests: results, covered: { nodes: [], edges: [] } } })
  expect(failingTests(tests.getState(), flow).map(({ id }) => id)).toEqual(['one'])
})

test('a run of some tests keeps the results of the others, and covers what all of them do', () => {
  const flow = {
    ...sampleFlow,
    tests: [
      { id: 'one', name: 'One', steps: [] },
      { id: 'two', name: 'Two', steps: [] },
    ],
  }
  const before = {
    tests: [result('one', ['start'], ['e1']), result('two', ['start', 'welcome']), result('gone', ['survey'], ['e8'])],
    covered: { nodes: [], edges: [] },
  }
  const now = { tests: [result('two', ['safety', 'deleted'], ['e2'])], covered: { nodes: [], edges: [] } }
  const merged = mergeRun(before, now, flow)
  expect(merged.tests).toEqual([before.tests[0], now.tests[0]])
  expect(merged.covered).toEqual({ nodes: ['start', 'safety'], edges: ['e1', 'e2'] })
})
