import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from '../commands/frame-nodes.ts'
import { BoxGrid } from './box-grid.ts'
import { distanceToLine, edgePath, labelPlace, seenPlace } from './edge-path.ts'
import { findNearest } from './find-near.ts'
import { routeEdges, type Wire } from './route-edges.ts'

const box = (x: number, y: number, height = 66): Box => ({ x, y, width: 180, height })
const wire = (
  id: string,
  source: string,
  target: string,
  x: number,
  y: number,
  side: Wire['side'] = 'right',
): Wire => ({
  id,
  source,
  target,
  from: { x, y },
  side,
})

describe('routes', () => {
  it('run at right angles, from the port to the card', () => {
    const boxes = new Map([
      ['a', box(0, 0)],
      ['b', box(240, 100)],
    ])
    const line = routeEdges([wire('e', 'a', 'b', 180, 23)], boxes).lines.get('e') ?? []
    expect(line[0]).toEqual({ x: 180, y: 23 })
    expect(line.at(-1)).toEqual({ x: 240, y: 123 })
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1], line[index]]
      expect(from?.x === to?.x || from?.y === to?.y).toBe(true)
    }
  })
  it('go straight down to a card below', () => {
    const boxes = new Map([
      ['a', box(0, 0)],
      ['b', box(0, 120)],
    ])
    expect(routeEdges([wire('e', 'a', 'b', 90, 66, 'bottom')], boxes).lines.get('e')).toEqual([
      { x: 90, y: 66 },
      { x: 90, y: 120 },
    ])
  })
  it('go round cards that stand in the way', () => {
    const boxes = new Map([
      ['a', box(0, 0)],
      ['wall', box(240, -40, 160)],
      ['b', box(480, 0)],
    ])
    const line = routeEdges([wire('e', 'a', 'b', 180, 23)], boxes).lines.get('e') ?? []
    const grid = new BoxGrid(boxes)
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1], line[index]]
      if (from && to) expect(grid.crossing(from.x, from.y, to.x, to.y, new Set(['a', 'b']))).toEqual([])
    }
  })
  it('share a lane only when they lead to the same card', () => {
    const boxes = new Map([
      ['a', box(0, 0, 160)],
      ['b', box(240, 300)],
      ['c', box(240, 500)],
    ])
    const wires = [wire('1', 'a', 'b', 180, 80), wire('2', 'a', 'b', 180, 104), wire('3', 'a', 'c', 180, 128)]
    const { lines } = routeEdges(wires, boxes)
    const lane = (id: string) => lines.get(id)?.[1]?.x
    expect(lane('1')).toBe(lane('2'))
    expect(lane('3')).not.toBe(lane('1'))
  })
  it('are the same whether worked out anew or from what was there before', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `n${index}`)
    const boxes = new Map(ids.map((id, index) => [id, box((index % 8) * 260, Math.floor(index / 8) * 150, 114)]))
    const wiresOf = (places: ReadonlyMap<string, Box>) =>
      ids.flatMap((id, index) => {
        const at = places.get(id) ?? box(0, 0)
        return [3, 11].map((step, row) =>
          wire(`${id} ${row}`, id, ids[(index + step) % ids.length] ?? 'n0', at.x + 180, at.y + 79 + row * 24),
        )
      })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(59), fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (moves) => {
          const moved = new Map(boxes)
          for (const [index, dx, dy] of moves) {
            const old = boxes.get(`n${index}`)
            if (old) moved.set(`n${index}`, { ...old, x: old.x + dx, y: old.y + dy })
          }
          const before = routeEdges(wiresOf(boxes), boxes)
          const again = routeEdges(wiresOf(moved), moved, before)
          expect(again.lines).toEqual(routeEdges(wiresOf(moved), moved).lines)
        },
      ),
      { numRuns: 60 },
    )
  })
  it('are drawn with round corners, and can be hit', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 20, y: 40 },
    ]
    expect(edgePath(line)).toBe('M0 0 L12 0 Q20 0 20 8 L20 40')
    expect(distanceToLine({ x: 24, y: 20 }, line)).toBe(4)
  })
  it('carry their bar where it can be seen', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 1_000, y: 0 },
      { x: 1_000, y: 4_000 },
    ]
    const area = { left: 0, top: -100, right: 400, bottom: 300 }
    expect(seenPlace(line, area)).toEqual({ labelX: 200, labelY: 0 })
    expect(seenPlace(line, { left: 5_000, top: 0, right: 6_000, bottom: 100 })).toEqual(labelPlace(line))
  })
})

describe('arrow keys', () => {
  it('go to the nearest card that way', () => {
    const boxes = new Map([
      ['a', box(0, 0)],
      ['right', box(240, 10)],
      ['far', box(480, 0)],
      ['below', box(0, 200)],
    ])
    expect(findNearest(boxes, 'a', 'right')).toBe('right')
    expect(findNearest(boxes, 'a', 'down')).toBe('below')
    expect(findNearest(boxes, 'a', 'left')).toBeUndefined()
  })
})
