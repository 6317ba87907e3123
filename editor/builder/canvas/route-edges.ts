import type { Box } from '../commands/frame-nodes.ts'
import { BoxGrid } from './box-grid.ts'

export interface Point {
  x: number
  y: number
}

/** An edge to be drawn: where it leaves, and the card it leads to. */
export interface Wire {
  id: string
  source: string
  target: string
  from: Point
  side: 'right' | 'bottom'
}

const lane = 7
const firstLane = 14
const lanes = 5
const stub = 18
const inPort = 23
/** How far above and below two cards a line between them may go round others. */
const reach = 260

/** Lines as they were routed, with what they were routed from. */
export interface Routed {
  wires: ReadonlyMap<string, Wire>
  boxes: ReadonlyMap<string, Box>
  lanes: ReadonlyMap<string, number>
  lines: ReadonlyMap<string, Point[]>
}

/**
 * Routes wires at right angles. Each wire has a lane of its own in the gutter beside its card, wires to the same target
 * share one, and of the ways that are possible the one is taken that crosses the fewest cards, then the shortest with
 * the fewest corners. Pure: the same cards give the same lines, whatever `before` was. It only saves the work for wires
 * near which nothing changed since.
 */
export function routeEdges(wires: readonly Wire[], boxes: ReadonlyMap<string, Box>, before?: Routed): Routed {
  const grid = new BoxGrid(boxes)
  const lanes = assignLanes(wires, boxes)
  const lines = new Map<string, Point[]>()
  const changed = before && changedBoxes(before.boxes, boxes)
  for (const wire of wires) {
    const target = boxes.get(wire.target)
    const source = boxes.get(wire.source)
    if (!target || !source) continue
    const lane = lanes.get(wire.id) ?? 0
    const known = before?.lines.get(wire.id)
    const old = before?.wires.get(wire.id)
    const asBefore = known && old && changed && sameWire(old, wire) && before.lanes.get(wire.id) === lanes.get(wire.id)
    if (asBefore && !changed.some((box) => meets(box, reachOf(wire, source, target)))) lines.set(wire.id, known)
    else lines.set(wire.id, cheapest(candidates(wire, source, target, lane, grid), wire, grid))
  }
  return { wires: new Map(wires.map((wire) => [wire.id, wire])), boxes, lanes, lines }
}

/** Boxes that came, went or moved: where they were, and where they are. Too many to ask each wire about: `undefined`. */
function changedBoxes(before: ReadonlyMap<string, Box>, after: ReadonlyMap<string, Box>): Box[] | undefined {
  const changed: Box[] = []
  for (const [id, box] of after) {
    const old = before.get(id)
    if (old && sameBox(old, box)) continue
    changed.push(box, ...(old ? [old] : []))
  }
  for (const [id, box] of before) if (!after.has(id)) changed.push(box)
  return changed.length > 64 ? undefined : changed
}

function sameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

export function sameWire(a: Wire, b: Wire): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.side === b.side &&
    a.from.x === b.from.x &&
    a.from.y === b.from.y
  )
}

/** Everything that can have a say in the route of a wire lies in here. */
function reachOf(wire: Wire, source: Box, target: Box): Box {
  const air = 96
  const x = Math.min(source.x, target.x, wire.from.x) - air
  const y = Math.min(source.y, target.y) - reach - air
  const right = Math.max(source.x + source.width, target.x + target.width, wire.from.x) + air
  const bottom = Math.max(source.y + source.height, target.y + target.height) + reach + air
  return { x, y, width: right - x, height: bottom - y }
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y
}

/** Lanes in each gutter: wires to the same target share one; among those going down, upper rows take the outer lanes. */
function assignLanes(wires: readonly Wire[], boxes: ReadonlyMap<string, Box>): Map<string, number> {
  const gutters = new Map<number, Map<string, Wire[]>>()
  for (const wire of wires) {
    if (wire.side !== 'right') continue
    const gutter = gutters.get(wire.from.x) ?? new Map<string, Wire[]>()
    gutters.set(wire.from.x, gutter)
    gutter.set(wire.target, [...(gutter.get(wire.target) ?? []), wire])
  }
  const laneOf = new Map<string, number>()
  for (const gutter of gutters.values()) {
    const groups = [...gutter.entries()].map(([target, group]) => {
      const end = (boxes.get(target)?.y ?? 0) + inPort
      const top = Math.min(...group.map((wire) => wire.from.y))
      const bottom = Math.max(...group.map((wire) => wire.from.y))
      return { group, down: end > (top + bottom) / 2, top, bottom }
    })
    const down = groups.filter((group) => group.down).sort((a, b) => b.top - a.top)
    const up = groups.filter((group) => !group.down).sort((a, b) => a.bottom - b.bottom)
    for (const side of [down, up])
      side.forEach(({ group }, index) => {
        for (const wire of group) laneOf.set(wire.id, index % lanes)
      })
  }
  return laneOf
}

function candidates(wire: Wire, source: Box, target: Box, laneIndex: number, grid: BoxGrid): Point[][] {
  const { from } = wire
  const left = { x: target.x, y: target.y + inPort }
  const top = { x: target.x + target.width / 2, y: target.y }
  const nearTarget = left.x - stub - laneIndex * 2
  if (wire.side === 'bottom') {
    const middle = from.y + Math.max(10, (top.y - from.y) / 2)
    const ways = [
      [from, { x: from.x, y: from.y + stub }, { x: nearTarget, y: from.y + stub }, { x: nearTarget, y: left.y }, left],
    ]
    if (top.y > from.y + 8)
      ways.unshift(top.x === from.x ? [from, top] : [from, { x: from.x, y: middle }, { x: top.x, y: middle }, top])
    return ways
  }
  const out = from.x + firstLane + laneIndex * lane
  const ways: Point[][] = []
  if (left.x >= out + 6) {
    ways.push(left.y === from.y ? [from, left] : [from, { x: out, y: from.y }, { x: out, y: left.y }, left])
    if (nearTarget > out) ways.push([from, { x: nearTarget, y: from.y }, { x: nearTarget, y: left.y }, left])
  }
  if (top.y > from.y + 16 && top.x > out)
    ways.push([from, { x: out, y: from.y }, { x: out, y: top.y - stub }, { x: top.x, y: top.y - stub }, top])
  if (top.y > from.y + 24 && top.x <= out)
    ways.push([from, { x: out, y: from.y }, { x: out, y: top.y - stub }, { x: top.x, y: top.y - stub }, top])
  for (const y of corridors(wire, source, target, grid))
    ways.push([from, { x: out, y: from.y }, { x: out, y }, { x: nearTarget, y }, { x: nearTarget, y: left.y }, left])
  return ways
}

/** Heights at which a line may run between cards: above and below each card on the way, the nearest first. */
function corridors(wire: Wire, source: Box, target: Box, grid: BoxGrid): number[] {
  const from = Math.min(wire.from.x, target.x - stub)
  const to = Math.max(wire.from.x, target.x)
  const top = Math.min(source.y, target.y) - reach
  const bottom = Math.max(source.y + source.height, target.y + target.height) + reach
  const heights = new Set<number>()
  for (const box of grid.inside(from, top, to, bottom)) heights.add(box.y - 14).add(box.y + box.height + 14)
  const end = target.y + inPort
  const detour = (y: number) => Math.abs(y - wire.from.y) + Math.abs(y - end)
  return [...heights].sort((a, b) => detour(a) - detour(b)).slice(0, 16)
}

function cheapest(ways: readonly Point[][], wire: Wire, grid: BoxGrid): Point[] {
  let best: Point[] = [wire.from]
  let lowest = Number.POSITIVE_INFINITY
  for (const way of ways) {
    const price = cost(way, wire, grid, lowest)
    if (price < lowest) {
      lowest = price
      best = way
    }
  }
  return best
}

function cost(way: readonly Point[], wire: Wire, grid: BoxGrid, limit: number): number {
  let price = way.length * 30
  for (let index = 1; index < way.length; index++) {
    const a = way[index - 1]
    const b = way[index]
    if (!a || !b) continue
    price += Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    if (price > limit) return price
    const own = new Set<string>()
    if (index === 1) own.add(wire.source)
    if (index === way.length - 1) own.add(wire.target)
    price += grid.crossing(a.x, a.y, b.x, b.y, own).length * 600
  }
  return price
}
