import type { Box } from '../commands/frame-nodes.ts'
import { cellKey } from './cell-key.ts'

const cell = 256
const air = 5

/** Finds the boxes that a horizontal or vertical line crosses, without looking at all of them. */
export class BoxGrid {
  private readonly cells = new Map<number, [string, Box][]>()

  constructor(boxes: ReadonlyMap<string, Box>) {
    for (const entry of boxes)
      for (const key of cellsOf(entry[1].x, entry[1].y, entry[1].x + entry[1].width, entry[1].y + entry[1].height)) {
        const list = this.cells.get(key)
        if (list) list.push(entry)
        else this.cells.set(key, [entry])
      }
  }

  /** Boxes that a horizontal or vertical line from one point to another comes near to. */
  crossing(x1: number, y1: number, x2: number, y2: number, except: ReadonlySet<string>): Box[] {
    return this.inside(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), except)
  }

  /** Boxes that lie in or near a rectangle. */
  inside(left: number, top: number, right: number, bottom: number, except?: ReadonlySet<string>): Box[] {
    const found = new Set<Box>()
    for (const key of cellsOf(left, top, right, bottom))
      for (const [id, box] of this.cells.get(key) ?? []) {
        if (except?.has(id)) continue
        const across = right > box.x - air && left < box.x + box.width + air
        if (across && bottom > box.y - air && top < box.y + box.height + air) found.add(box)
      }
    return [...found]
  }
}

function* cellsOf(left: number, top: number, right: number, bottom: number): Generator<number> {
  for (let column = Math.floor((left - air) / cell); column <= Math.floor((right + air) / cell); column++)
    for (let row = Math.floor((top - air) / cell); row <= Math.floor((bottom + air) / cell); row++)
      yield cellKey(column, row)
}
