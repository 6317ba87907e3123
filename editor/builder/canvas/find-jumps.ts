import { cardWidth } from './card.ts'
import { cellKey } from './cell-key.ts'
import type { Point, Routed, Wire } from './route-edges.ts'

/** Two columns of cards with the gaps between them; as far up or down is as long. */
const longest = 2 * (cardWidth + 64)
const mostCrossed = 2
const cell = 256

interface Piece {
  edge: string
  /** Edges to the same card share their last lane: meeting there is no crossing. */
  target: string
  lying: boolean
  at: number
  from: number
  to: number
  /** The cells of the grid that it passes. */
  cells: readonly number[]
}

/**
 * Edges that make a drawing unreadable: longer than two columns, and crossing more than two others. The longest are
 * folded first, and what is folded no longer counts as crossed, so that as few as possible disappear.
 */
export function findJumps({ wires, boxes, lines }: Routed): Set<string> {
  const long = [...wires.values()].filter((wire) => lengthOf(wire, boxes) > longest)
  if (long.length === 0) return new Set()
  const grid = new Map<number, Piece[]>()
  // Only where a long one passes, others can be crossed.
  for (const { id, target } of long)
    for (const { cells } of piecesOf(id, target, lines.get(id) ?? [])) for (const key of cells) grid.set(key, [])
  for (const [id, line] of lines)
    for (const piece of piecesOf(id, wires.get(id)?.target ?? '', line))
      for (const key of piece.cells) grid.get(key)?.push(piece)
  const jumps = new Set<string>()
  for (const wire of long.sort((a, b) => lengthOf(b, boxes) - lengthOf(a, boxes) || (a.id < b.id ? -1 : 1))) {
    const crossed = new Set<string>()
    for (const piece of piecesOf(wire.id, wire.target, lines.get(wire.id) ?? []))
      for (const key of piece.cells)
        for (const other of grid.get(key) ?? [])
          if (!jumps.has(other.edge) && other.target !== wire.target && crosses(piece, other)) crossed.add(other.edge)
    if (crossed.size > mostCrossed) jumps.add(wire.id)
  }
  return jumps
}

function lengthOf(wire: Wire, boxes: Routed['boxes']): number {
  const [source, target] = [boxes.get(wire.source), boxes.get(wire.target)]
  return source && target ? Math.max(Math.abs(target.x - source.x), Math.abs(target.y - source.y)) : 0
}

/** Pieces of lines that did not change since. A line keeps its edge and target as long as it is the same object. */
const known = new WeakMap<readonly Point[], Piece[]>()

function piecesOf(edge: string, target: string, line: readonly Point[]): Piece[] {
  const before = known.get(line)
  if (before) return before
  const pieces: Piece[] = []
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]]
    if (!from || !to) continue
    const lying = from.y === to.y
    const [a, b] = lying ? [from.x, to.x] : [from.y, to.y]
    const run = { lying, at: lying ? from.y : from.x, from: Math.min(a, b), to: Math.max(a, b) }
    pieces.push({ edge, target, ...run, cells: cellsOf(run) })
  }
  known.set(line, pieces)
  return pieces
}

function crosses(a: Piece, b: Piece): boolean {
  return a.lying !== b.lying && a.from < b.at && b.at < a.to && b.from < a.at && a.at < b.to
}

function cellsOf({ lying, at, from, to }: Pick<Piece, 'lying' | 'at' | 'from' | 'to'>): number[] {
  const across = Math.floor(at / cell)
  const cells: number[] = []
  for (let along = Math.floor(from / cell); along <= Math.floor(to / cell); along++)
    cells.push(lying ? cellKey(along, across) : cellKey(across, along))
  return cells
}
