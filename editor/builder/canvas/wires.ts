import type { FlowEdge } from '../../../schema/flow.ts'
import type { Box } from '../commands/frame-nodes.ts'
import type { Port } from './ports.ts'
import type { Point, Wire } from './route-edges.ts'

/** The wires of these edges, from the ports of their cards. */
export function toWires(
  edges: Iterable<FlowEdge>,
  boxes: ReadonlyMap<string, Box>,
  ports: ReadonlyMap<string, Port[]>,
): Wire[] {
  const wires: Wire[] = []
  for (const edge of edges) {
    const box = boxes.get(edge.source)
    const port = ports.get(edge.source)?.find((candidate) => candidate.outcome === edge.sourceHandle)
    if (!box || !port || !boxes.has(edge.target)) continue
    const from = { x: box.x + port.x, y: box.y + port.y }
    wires.push({ id: edge.id, source: edge.source, target: edge.target, from, side: port.side })
  }
  return wires
}

/** Sides at which the lines of these wires arrive, by target. */
export function findEntries(
  wires: Iterable<Wire>,
  lines: ReadonlyMap<string, Point[]>,
  boxes: ReadonlyMap<string, Box>,
): Map<string, string> {
  const entries = new Map<string, string>()
  for (const wire of wires) {
    const end = lines.get(wire.id)?.at(-1)
    const side = end && end.x === boxes.get(wire.target)?.x ? 'left' : 'top'
    const known = entries.get(wire.target) ?? ''
    if (!known.includes(side)) entries.set(wire.target, [known, side].filter(Boolean).sort().join(' '))
  }
  return entries
}
