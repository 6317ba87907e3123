import { expect, test } from 'vitest'
import { walkTurn } from './walk-turn.ts'

const second = 1_000

test('a first turn comes to each node of its path and rests at the last', () => {
  const { visit, passages } = walkTurn(undefined, ['start outcome.next', 'ask step.wait.idle'], 5 * second, true)
  expect(visit).toEqual({ node: 'ask', since: 5 * second })
  expect(passages).toEqual([
    { kind: 'came', node: 'start', at: 5 * second },
    { kind: 'left', node: 'start', outcome: 'next', at: 5 * second, ms: 0 },
    { kind: 'came', node: 'ask', at: 5 * second },
  ])
})

test('an answer that is asked for again keeps the visit; the one that leads on ends it after its whole time', () => {
  const ask = { node: 'ask', since: 0 }
  expect(walkTurn(ask, ['ask node.happened', 'ask step.wait.idle'], second, false)).toEqual({
    visit: ask,
    passages: [],
  })
  const { passages } = walkTurn(ask, ['ask node.happened', 'ask outcome.answered', 'ask step.wait'], 9 * second, false)
  expect(passages).toEqual([
    { kind: 'left', node: 'ask', outcome: 'answered', at: 9 * second, ms: 9 * second },
    { kind: 'came', node: 'ask', at: 9 * second },
  ])
})

test.each([
  ['safety.emergency', 'ask', '$safety'],
  ['safety.emergency', '$safeguarding', '$safety'],
  ['safety.emergency', '$emergency', undefined],
  ['safety.safeguarding', '$person', '$safety'],
  ['safety.safeguarding', '$emergency', undefined],
  ['safety.safeguarding', '$safeguarding', undefined],
  ['visitor.asked-for-person', 'ask', '$person'],
  ['visitor.asked-for-person', '$person', undefined],
  ['flow.failed', 'ask', '$failed'],
  ['visitor.ended', 'ask', '$left'],
  ['visitor.ended', '$closed', undefined],
  ['step.end', 'end', '$end'],
  ['return.ask', '$person', '$returned'],
  ['node.happened', 'ask', undefined],
])('%s at %s leaves by %s', (event, node, outcome) => {
  const { passages } = walkTurn({ node, since: 0 }, [`${node} ${event}`], second, false)
  expect(passages).toEqual(outcome === undefined ? [] : [{ kind: 'left', node, outcome, at: second, ms: second }])
})

test('a closed contact that is opened again by danger is counted from the hall on', () => {
  const { visit, passages } = walkTurn(undefined, ['start safety.emergency', '$emergency step.wait'], second, false)
  expect(visit).toEqual({ node: '$emergency', since: second })
  expect(passages).toEqual([{ kind: 'came', node: '$emergency', at: second }])
})
