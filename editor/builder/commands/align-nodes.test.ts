import { describe, expect, it } from 'vitest'
import type { Flow } from '../../../schema/flow.ts'
import { alignNodes } from './align-nodes.ts'
import type { Box } from './frame-nodes.ts'

const boxes = new Map<string, Box>([
  ['a', { x: 0, y: 0, width: 180, height: 60 }],
  ['b', { x: 100, y: 90, width: 180, height: 100 }],
  ['c', { x: 520, y: 400, width: 180, height: 60 }],
])
const flow: Flow = {
  format: 'signpost.flow/1',
  id: 'f',
  name: 'F',
  locales: ['en-GB'],
  variables: [],
  nodes: [...boxes].map(([id, { x, y }]) => ({ id, type: 'message', version: 1, position: { x, y }, data: {} })),
  edges: [],
  tests: [],
  notes: [],
}

describe('chosen nodes', () => {
  it.each([
    ['left', 'x', [0, 0, 0]],
    ['centre', 'x', [260, 260, 260]],
    ['right', 'x', [520, 520, 520]],
    ['top', 'y', [0, 0, 0]],
    ['middle', 'y', [200, 180, 200]],
    ['bottom', 'y', [400, 360, 400]],
    ['across', 'x', [0, 260, 520]],
    ['down', 'y', [0, 180, 400]],
  ] as const)('are set: %s', (how, axis, expected) => {
    const aligned = alignNodes(flow, boxes, how)
    expect(aligned.nodes.map(({ position }) => position[axis])).toEqual(expected)
    const other = axis === 'x' ? 'y' : 'x'
    expect(aligned.nodes.map(({ position }) => position[other])).toEqual(
      flow.nodes.map(({ position }) => position[other]),
    )
  })
})
