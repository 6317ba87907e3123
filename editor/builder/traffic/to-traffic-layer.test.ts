import { expect, test } from 'vitest'
import { sampleFlow } from '../testing/sample-flow.ts'
import { shareWords, timeWords } from './figure-words.ts'
import { toTrafficLayer } from './to-traffic-layer.ts'

test('draws visits, time and who left on cards, numbers on outcomes, shares on edges', () => {
  const { nodes, edges } = toTrafficLayer(sampleFlow, {
    from: '',
    to: '',
    behind: 0,
    nodes: [
      { node: 'intent', visits: 8_316, left: 250, leftShare: 0.03, median: 41_000 },
      { node: 'answer', visits: 12, left: 2, leftShare: null, median: 90_000 },
    ],
    outcomes: [
      { node: 'intent', outcome: 'theft_report', visits: 2_306, share: 0.281 },
      { node: 'answer', outcome: 'answered', visits: 9, share: null },
    ],
  })
  expect(nodes.get('intent')).toEqual({
    line: '8,316 · 41 s · 3% left',
    words: '8,316 visits, median 41 s, 3% left here',
    counts: new Map([['theft_report', '2,306']]),
  })
  expect(nodes.get('answer')?.line).toBe('12 · 1.5 min · 2 left')
  expect(nodes.get('survey')?.line).toBe('0')
  expect(nodes.has('note')).toBe(false)
  // One way out of "answer" is drawn, and it has too few for a share.
  expect([...edges]).toEqual([['e4', '28%']])
})

test('never rounds something to nothing, or nearly all to all', () => {
  expect([0, 0.004, 0.5, 0.996, 1].map(shareWords)).toEqual(['0%', '<1%', '50%', '>99%', '100%'])
  expect([null, 200, 1_400, 59_000, 150_000, 3_600_000, 200_000_000].map(timeWords)).toEqual([
    '',
    '',
    '1 s',
    '59 s',
    '2.5 min',
    '1 h',
    '2.3 d',
  ])
})
