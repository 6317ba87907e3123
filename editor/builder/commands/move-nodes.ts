import type { Flow } from '../../../schema/flow.ts'

/** Distance between the points of the canvas grid. */
export const grid = 8

/** The nearest place on the grid. */
export function snap(value: number): number {
  const snapped = Math.round(value / grid) * grid
  return snapped === 0 ? 0 : snapped
}

/** Puts nodes at new places, by id. The flow is returned as it is when none of them moves. */
export function moveNodes(flow: Flow, places: ReadonlyMap<string, { x: number; y: number }>): Flow {
  let moved = false
  const nodes = flow.nodes.map((node) => {
    const place = places.get(node.id)
    if (!place || (place.x === node.position.x && place.y === node.position.y)) return node
    moved = true
    return { ...node, position: { x: place.x, y: place.y } }
  })
  return moved ? { ...flow, nodes } : flow
}

/** Moves nodes by the same distance, for the arrow keys. */
export function nudgeNodes(flow: Flow, ids: Iterable<string>, dx: number, dy: number): Flow {
  const chosen = new Set(ids)
  const places = new Map(
    flow.nodes
      .filter((node) => chosen.has(node.id))
      .map((node) => [node.id, { x: node.position.x + dx, y: node.position.y + dy }]),
  )
  return moveNodes(flow, places)
}
