import type { Box } from '../commands/frame-nodes.ts'

/** A line through edges or middles that stand in one line, to be drawn while a node is dragged. */
export interface Guide {
  axis: 'x' | 'y'
  at: number
  from: number
  to: number
}

/** How a dragged box is set right to stand in line with others, and the lines that show it. */
export interface Aligned {
  dx: number
  dy: number
  guides: Guide[]
}

/** Within so many px a box goes into line by itself. */
const near = 5
/** Boxes farther away than this are not what a person lines things up with. */
const reach = 900

/** Looks for boxes whose sides or middles `moved` nearly stands in line with: the nearest across, and the nearest down. */
export function findGuides(moved: Box, others: Iterable<Box>): Aligned {
  let bestX: { shift: number; at: number } | undefined
  let bestY: { shift: number; at: number } | undefined
  const close: Box[] = []
  for (const other of others) {
    if (Math.abs(other.x - moved.x) > reach || Math.abs(other.y - moved.y) > reach) continue
    close.push(other)
    for (const { shift, at } of shifts(moved.x, moved.width, other.x, other.width))
      if (Math.abs(shift) <= near && (!bestX || Math.abs(shift) < Math.abs(bestX.shift))) bestX = { shift, at }
    for (const { shift, at } of shifts(moved.y, moved.height, other.y, other.height))
      if (Math.abs(shift) <= near && (!bestY || Math.abs(shift) < Math.abs(bestY.shift))) bestY = { shift, at }
  }
  const set = { ...moved, x: moved.x + (bestX?.shift ?? 0), y: moved.y + (bestY?.shift ?? 0) }
  const guides: Guide[] = []
  if (bestX) guides.push(guideAt('x', bestX.at, set, close))
  if (bestY) guides.push(guideAt('y', bestY.at, set, close))
  return { dx: bestX?.shift ?? 0, dy: bestY?.shift ?? 0, guides }
}

/** Start with start, middle with middle, end with end. */
function shifts(start: number, size: number, other: number, otherSize: number): { shift: number; at: number }[] {
  return [0, 0.5, 1].map((share) => {
    const at = other + otherSize * share
    return { shift: at - (start + size * share), at }
  })
}

function guideAt(axis: 'x' | 'y', at: number, moved: Box, others: readonly Box[]): Guide {
  const stands = (box: Box) => {
    const [start, size] = axis === 'x' ? [box.x, box.width] : [box.y, box.height]
    return [0, 0.5, 1].some((share) => Math.abs(start + size * share - at) < 0.5)
  }
  const along = [moved, ...others.filter(stands)].map((box) =>
    axis === 'x' ? [box.y, box.y + box.height] : [box.x, box.x + box.width],
  )
  return { axis, at, from: Math.min(...along.flat()), to: Math.max(...along.flat()) }
}
