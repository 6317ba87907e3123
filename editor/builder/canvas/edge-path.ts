import type { Point } from './route-edges.ts'
import type { Area } from './use-seen-area.ts'

const corner = 8

/** The SVG path of a line with corners rounded to 8 px, or less where there is no room. */
export function edgePath(points: readonly Point[]): string {
  const line = withoutStraightCorners(points)
  const [first] = line
  if (!first) return ''
  let path = `M${first.x} ${first.y}`
  for (let index = 1; index < line.length; index++) {
    const before = line[index - 1]
    const at = line[index]
    const after = line[index + 1]
    if (!before || !at) break
    if (!after) {
      path += ` L${at.x} ${at.y}`
      break
    }
    const radius = Math.min(corner, distance(before, at) / 2, distance(at, after) / 2)
    const enter = towards(at, before, radius)
    const leave = towards(at, after, radius)
    path += ` L${enter.x} ${enter.y} Q${at.x} ${at.y} ${leave.x} ${leave.y}`
  }
  return path
}

/** Where a label reads best: the middle of the longest straight piece. */
export function labelPlace(points: readonly Point[]): { labelX: number; labelY: number } {
  const line = withoutStraightCorners(points)
  let longest = -1
  let middle = { labelX: 0, labelY: 0 }
  for (const [index, to] of line.entries()) {
    const from = line[index - 1]
    if (!from || distance(from, to) <= longest) continue
    longest = distance(from, to)
    middle = { labelX: (from.x + to.x) / 2, labelY: (from.y + to.y) / 2 }
  }
  return middle
}

/** The same, on the part of the line that can be seen; the middle of all of it where none can. */
export function seenPlace(points: readonly Point[], area: Area): { labelX: number; labelY: number } {
  const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
  let longest = 0
  let middle: { labelX: number; labelY: number } | undefined
  for (const [index, to] of points.entries()) {
    const from = points[index - 1]
    const lying = from?.y === to.y
    const inside = lying ? to.y > area.top && to.y < area.bottom : to.x > area.left && to.x < area.right
    if (!from || !inside) continue
    const [a, b] = [from, to].map(({ x, y }) => ({
      x: clamp(x, area.left, area.right),
      y: clamp(y, area.top, area.bottom),
    }))
    if (!a || !b || distance(a, b) <= longest) continue
    longest = distance(a, b)
    middle = { labelX: (a.x + b.x) / 2, labelY: (a.y + b.y) / 2 }
  }
  return middle ?? labelPlace(points)
}

/** How far `point` is from the line, for dropping a node on an edge. */
export function distanceToLine(point: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 1; index < line.length; index++) {
    const a = line[index - 1]
    const b = line[index]
    if (!a || !b) continue
    const x = Math.max(Math.min(a.x, b.x), Math.min(Math.max(a.x, b.x), point.x))
    const y = Math.max(Math.min(a.y, b.y), Math.min(Math.max(a.y, b.y), point.y))
    nearest = Math.min(nearest, Math.hypot(point.x - x, point.y - y))
  }
  return nearest
}

function withoutStraightCorners(points: readonly Point[]): Point[] {
  return points.filter((at, index) => {
    const before = points[index - 1]
    const after = points[index + 1]
    if (!before || !after) return true
    return !((before.x === at.x && at.x === after.x) || (before.y === at.y && at.y === after.y))
  })
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by }
}
