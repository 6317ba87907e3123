import { expect, it } from 'vitest'
import { findGuides } from './find-guides.ts'

const box = (x: number, y: number, height = 66) => ({ x, y, width: 180, height })

it('sets a dragged node in line with the nearest one, and shows the line through both', () => {
  expect(findGuides(box(243, 300), [box(240, 0), box(800, 0)])).toEqual({
    dx: -3,
    dy: 0,
    guides: [{ axis: 'x', at: 240, from: 0, to: 366 }],
  })
})
it('lines up middles of cards of different heights', () => {
  const { dy, guides } = findGuides(box(240, 18), [box(0, 0, 100)])
  expect(dy).toBe(-1)
  expect(guides).toEqual([{ axis: 'y', at: 50, from: 0, to: 420 }])
})
it('leaves a node alone that stands in line with nothing near', () => {
  expect(findGuides(box(300, 300), [box(240, 0), box(300, 2_000)])).toEqual({ dx: 0, dy: 0, guides: [] })
})
