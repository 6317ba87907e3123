import { expect, test } from 'vitest'
import { alert } from '../testing/samples.ts'
import { toAcknowledged, toAlertStacks } from './to-alert-stacks.ts'

const at = (second: number) => `2026-11-21T19:41:${String(second).padStart(2, '0')}Z`
const open = [
  alert({ id: 'a', contact: 'c1', verdict: 'safeguarding', raisedAt: at(1) }),
  alert({ id: 'b', contact: 'c2', raisedAt: at(3) }),
  alert({ id: 'c', contact: 'c1', raisedAt: at(4) }),
  alert({ id: 'd', contact: 'c2', raisedAt: at(5) }),
  alert({ id: 'e', contact: 'c3', verdict: 'safeguarding', raisedAt: at(0) }),
]

test('shows one card for each contact: the gravest first, then the oldest, and acknowledges all of it', () => {
  expect(toAlertStacks(open).map(({ shown, last, count }) => [shown.id, last.id, count])).toEqual([
    ['b', 'd', 2],
    ['c', 'c', 2],
    ['e', 'e', 1],
  ])
})

test('keeps one line for each contact whose alerts were acknowledged', () => {
  const done = open.map((each) => ({ ...each, acknowledgedAt: at(9), acknowledgedBy: 'Priya Nair' }))
  expect(toAlertStacks(done)).toEqual([])
  expect(toAcknowledged(done).map(({ id }) => id)).toEqual(['b', 'c', 'e'])
})
