import type { Flow, FlowEdge } from '../../../schema/flow.ts'
import type { Box } from '../commands/frame-nodes.ts'
import type { Card } from './card.ts'
import type { Port } from './ports.ts'
import type { Point, Wire } from './route-edges.ts'

/** Everything that the canvas draws, worked out from the document alone. */
export interface Scene {
  flow: Flow
  cards: ReadonlyMap<string, Card>
  boxes: ReadonlyMap<string, Box>
  ports: ReadonlyMap<string, Port[]>
  /** Edges by `node · outcome`. */
  leads: ReadonlyMap<string, FlowEdge>
  /** Outcomes of each node that lead somewhere, as one string so that it is cheap to compare. */
  led: ReadonlyMap<string, string>
  /** Edges by the node that they leave. */
  outgoing: ReadonlyMap<string, readonly FlowEdge[]>
  /** Edges by the node that they lead to. */
  incoming: ReadonlyMap<string, readonly FlowEdge[]>
  wires: ReadonlyMap<string, Wire>
  lines: ReadonlyMap<string, Point[]>
  /** Edges that are long and cross so many others that they are folded into chips. */
  jumps: ReadonlySet<string>
  /** Sides of each card at which lines arrive. */
  entries: ReadonlyMap<string, string>
}

export type Places = ReadonlyMap<string, { x: number; y: number }>

export function leadKey(node: string, outcome: string): string {
  return `${node} · ${outcome}`
}
