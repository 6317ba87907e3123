import type { Flow } from '../../../schema/flow.ts'
import type { Box } from './frame-nodes.ts'
import { moveNodes } from './move-nodes.ts'

/** Lines that nodes can be set on, and the two ways of leaving equal gaps between them. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'across', 'down'] as const
export type Alignment = (typeof alignments)[number]

/** Sets nodes on one line, or leaves equal gaps between them; the two outermost stay then. */
export function alignNodes(flow: Flow, boxes: ReadonlyMap<string, Box>, how: Alignment): Flow {
  if (how === 'across' || how === 'down') return moveNodes(flow, distribute(boxes, how))
  const all = [...boxes.values()]
  const left = Math.min(...all.map((box) => box.x))
  const top = Math.min(...all.map((box) => box.y))
  const right = Math.max(...all.map((box) => box.x + box.width))
  const bottom = Math.max(...all.map((box) => box.y + box.height))
  const place = (box: Box): { x: number; y: number } => {
    switch (how) {
      case 'left':
        return { x: left, y: box.y }
      case 'centre':
        return { x: Math.round((left + right - box.width) / 2), y: box.y }
      case 'right':
        return { x: right - box.width, y: box.y }
      case 'top':
        return { x: box.x, y: top }
      case 'middle':
        return { x: box.x, y: Math.round((top + bottom - box.height) / 2) }
      case 'bottom':
        return { x: box.x, y: bottom - box.height }
    }
  }
  return moveNodes(flow, new Map([...boxes].map(([id, box]) => [id, place(box)])))
}

function distribute(boxes: ReadonlyMap<string, Box>, how: 'across' | 'down'): Map<string, { x: number; y: number }> {
  const across = how === 'across'
  const startOf = (box: Box) => (across ? box.x : box.y)
  const sizeOf = (box: Box) => (across ? box.width : box.height)
  const sorted = [...boxes].sort(([, a], [, b]) => startOf(a) - startOf(b))
  const first = sorted[0]?.[1]
  const last = sorted.at(-1)?.[1]
  const places = new Map<string, { x: number; y: number }>()
  if (!first || !last || sorted.length < 3) return places
  const room = startOf(last) + sizeOf(last) - startOf(first) - sorted.reduce((sum, [, box]) => sum + sizeOf(box), 0)
  const gap = room / (sorted.length - 1)
  let at = startOf(first)
  for (const [id, box] of sorted) {
    places.set(id, across ? { x: Math.round(at), y: box.y } : { x: box.x, y: Math.round(at) })
    at += sizeOf(box) + gap
  }
  return places
}
