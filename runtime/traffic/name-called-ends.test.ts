import { expect, test } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import { toRunnable } from '../contact/runnable-flow.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { nameCalledEnds } from './name-called-ends.ts'

test('a call is left by the outcome of the end that was reached, not on the way in', () => {
  const called = toFlow(
    [
      ['start', 'start'],
      ['sure', 'question', { kind: 'yes-no', question: 'Sure?' }],
      ['good', 'end', { end: 'good' }],
      ['bad', 'end', { end: 'bad' }],
    ],
    ['start.next > sure', 'sure.answered > good', 'sure.gave-up > bad'],
    { id: 'inner' },
  )
  const outer = toFlow(
    [
      ['start', 'start'],
      ['call', 'call-flow', { flow: 'inner' }],
      ['end', 'end'],
    ],
    ['start.next > call', 'call.next > end', 'call.good > end'],
  )
  const flow = toRunnable(outer, 1, { definitions, runtimes }, new Map([['inner', called]]))
  const named = nameCalledEnds(
    [
      { node: 'call', outcome: '', n: 9 },
      { node: 'call', outcome: 'next', n: 9 },
      { node: 'call/good', outcome: '$end', n: 5 },
      { node: 'call/bad', outcome: '$end', n: 3 },
      { node: 'gone', outcome: '$end', n: 1 },
    ],
    flow,
  )
  expect(named).toEqual([
    { node: 'call', outcome: '', n: 9 },
    { node: 'call/good', outcome: '$end', n: 5 },
    { node: 'call', outcome: 'good', n: 5 },
    { node: 'call/bad', outcome: '$end', n: 3 },
    { node: 'call', outcome: 'next', n: 3 },
    { node: 'gone', outcome: '$end', n: 1 },
  ])
})
