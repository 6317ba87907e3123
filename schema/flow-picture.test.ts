import { expect, it } from 'vitest'
import { definitions } from '../nodes/definitions.ts'
import { FlowPicture, toFlowPicture } from './flow-picture.ts'

const node = (id: string, type: string, x: number, y = 0) => ({ id, type, version: 1, position: { x, y }, data: {} })

it('draws cards by category and lines between them, and no words', () => {
  const picture = toFlowPicture(
    {
      nodes: [
        node('a', 'start', 0),
        node('b', 'message', 400, 200),
        node('n', 'note', 9_000),
        node('x', 'unheard-of', 800),
      ],
      edges: [{ id: 'e', source: 'a', sourceHandle: 'next', target: 'b' }],
    },
    definitions,
  )
  expect(picture.boxes.map(([, , , , category]) => category)).toEqual(['flow', 'talk', 'canvas'])
  expect(picture.lines).toHaveLength(1)
  expect(FlowPicture.parse(picture)).toEqual(picture)
})

it('fits any flow into its box', () => {
  const nodes = Array.from({ length: 400 }, (_, index) => node(`n${index}`, 'message', index * 300, (index % 7) * 900))
  const { boxes } = toFlowPicture({ nodes, edges: [] }, definitions)
  expect(boxes).toHaveLength(160)
  for (const [x, y, width, height] of boxes) {
    expect(x + width).toBeLessThanOrEqual(240)
    expect(y + height).toBeLessThanOrEqual(116)
  }
})

it('is empty for a flow without nodes', () => {
  expect(toFlowPicture({ nodes: [], edges: [] }, definitions)).toEqual({ boxes: [], lines: [] })
})
