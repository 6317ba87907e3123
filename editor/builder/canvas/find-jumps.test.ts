import { describe, expect, it } from 'vitest'
import type { Box } from '../commands/frame-nodes.ts'
import { findJumps } from './find-jumps.ts'
import { routeEdges, type Wire } from './route-edges.ts'

const box = (x: number, y: number): Box => ({ x, y, width: 180, height: 66 })
const boxes = new Map<string, Box>([
  ['from', box(0, 400)],
  ['to', box(1_040, 400)],
  ...[0, 1, 2, 3].flatMap((index): [string, Box][] => [
    [`top${index}`, box(260 * index + 110, 0)],
    [`foot${index}`, box(260 * index + 110, 800)],
  ]),
])
const long: Wire = { id: 'long', source: 'from', target: 'to', from: { x: 180, y: 423 }, side: 'right' }
const down = (index: number): Wire => ({
  id: `down${index}`,
  source: `top${index}`,
  target: `foot${index}`,
  from: { x: 260 * index + 200, y: 66 },
  side: 'bottom',
})

describe('an edge folds into a jump', () => {
  it('when it is longer than two columns and crosses more than two others', () => {
    expect(findJumps(routeEdges([long, down(0), down(1), down(2)], boxes))).toEqual(new Set(['long']))
  })
  it('not when it crosses only two', () => {
    expect(findJumps(routeEdges([long, down(0), down(1)], boxes))).toEqual(new Set())
  })
  it('not when it is short, whatever it crosses', () => {
    const near = new Map(boxes).set('to', box(440, 400))
    expect(findJumps(routeEdges([long, down(0), down(1), down(2)], near))).toEqual(new Set())
  })
  it('and then counts for no other edge', () => {
    const across = ['a', 'b', 'c'].map((id, index): [string, Box][] => [
      [`${id}1`, box(-260, 300 + index * 90)],
      [`${id}2`, box(1_300, 300 + index * 90)],
    ])
    const wires = ['a', 'b', 'c'].map(
      (id, index): Wire => ({
        id,
        source: `${id}1`,
        target: `${id}2`,
        from: { x: -80, y: 323 + index * 90 },
        side: 'right',
      }),
    )
    const jumps = findJumps(routeEdges([...wires, down(0), down(1), down(2)], new Map([...boxes, ...across.flat()])))
    expect(jumps).toEqual(new Set(['a', 'b', 'c']))
  })
})
