import type { Flow, FlowEdge, FlowNode } from '../../../schema/flow.ts'
import type { FlowContext, NodeDefinitions } from '../../../schema/node-definition.ts'
import type { Box } from '../commands/frame-nodes.ts'
import { type Card, toCard } from './card.ts'
import { type Port, portsOf } from './ports.ts'
import { type Point, routeEdges, type Wire } from './route-edges.ts'

/** Everything that the canvas draws, worked out from the document alone. */
export interface Scene {
  flow: Flow
  cards: ReadonlyMap<string, Card>
  boxes: ReadonlyMap<string, Box>
  ports: ReadonlyMap<string, Port[]>
  /** Edges by `node · outcome`. */
  leads: ReadonlyMap<string, FlowEdge>
  lines: ReadonlyMap<string, Point[]>
  /** Sides of each card at which lines arrive. */
  entries: ReadonlyMap<string, string>
}

export type Places = ReadonlyMap<string, { x: number; y: number }>

export function leadKey(node: string, outcome: string): string {
  return `${node} · ${outcome}`
}

/**
 * Makes scenes, and reuses of the last one what did not change: typing a name routes no edge, and a drag routes only the
 * edges of what is dragged (`moving`).
 */
export function createSceneMaker(definitions: NodeDefinitions, contextOf: (flow: Flow) => FlowContext) {
  const cards = new WeakMap<FlowNode, { card: Card; key: string }>()
  let last: { scene: Scene; wires: Wire[]; moving: boolean } | undefined

  function cardOf(node: FlowNode, flow: Flow, context: FlowContext, used: readonly string[]): Card {
    const key = `${flow.locales[0]} ${used.join(' ')}`
    const known = cards.get(node)
    if (known && known.key === key && node.type !== 'call-flow') return known.card
    const card = toCard(node, definitions, context, flow.locales[0] ?? 'en-GB', used)
    cards.set(node, { card, key })
    return card
  }

  return function makeScene(flow: Flow, moving?: Places): Scene {
    const context = contextOf(flow)
    const used = new Map<string, string[]>()
    const leads = new Map<string, FlowEdge>()
    for (const edge of flow.edges) {
      used.set(edge.source, [...(used.get(edge.source) ?? []), edge.sourceHandle])
      leads.set(leadKey(edge.source, edge.sourceHandle), edge)
    }
    const sceneCards = new Map<string, Card>()
    const boxes = new Map<string, Box>()
    const solid = new Map<string, Box>()
    for (const node of flow.nodes) {
      const card = cardOf(node, flow, context, used.get(node.id) ?? [])
      const place = moving?.get(node.id) ?? node.position
      const box = { x: place.x, y: place.y, width: card.width, height: card.height }
      sceneCards.set(node.id, card)
      boxes.set(node.id, box)
      if (card.kind !== 'frame') solid.set(node.id, box)
    }
    const ports = new Map<string, Port[]>()
    for (const [id, card] of sceneCards) {
      const box = boxes.get(id)
      const only = card.outcomes.length === 1 ? card.outcomes[0] : undefined
      const target = only && boxes.get(leads.get(leadKey(id, only.id))?.target ?? '')
      if (box) ports.set(id, portsOf(card, box, target))
    }
    const wires = toWires(flow, boxes, ports)
    const lines = routeWires(wires, solid, moving)
    const entries = findEntries(wires, lines, boxes)
    const scene = { flow, cards: sceneCards, boxes, ports, leads, lines, entries }
    last = { scene, wires, moving: moving !== undefined }
    return scene
  }

  function routeWires(wires: Wire[], solid: ReadonlyMap<string, Box>, moving?: Places): ReadonlyMap<string, Point[]> {
    if (last && moving) {
      const touched = wires.filter((wire) => moving.has(wire.source) || moving.has(wire.target))
      return new Map([...last.scene.lines, ...routeEdges(touched, solid)])
    }
    const unchanged = last && !last.moving && sameWires(last.wires, wires) && sameBoxes(last.scene.boxes, solid)
    return last && unchanged ? last.scene.lines : routeEdges(wires, solid)
  }
}

function findEntries(
  wires: readonly Wire[],
  lines: ReadonlyMap<string, Point[]>,
  boxes: ReadonlyMap<string, Box>,
): Map<string, string> {
  const entries = new Map<string, string>()
  for (const wire of wires) {
    const end = lines.get(wire.id)?.at(-1)
    const side = end && end.x === boxes.get(wire.target)?.x ? 'left' : 'top'
    const known = entries.get(wire.target) ?? ''
    if (!known.includes(side)) entries.set(wire.target, `${known} ${side}`.trim())
  }
  return entries
}

function toWires(flow: Flow, boxes: ReadonlyMap<string, Box>, ports: ReadonlyMap<string, Port[]>): Wire[] {
  return flow.edges.flatMap((edge) => {
    const box = boxes.get(edge.source)
    const port = ports.get(edge.source)?.find((candidate) => candidate.outcome === edge.sourceHandle)
    if (!box || !port || !boxes.has(edge.target)) return []
    const from = { x: box.x + port.x, y: box.y + port.y }
    return [{ id: edge.id, source: edge.source, target: edge.target, from, side: port.side }]
  })
}

function sameWires(a: readonly Wire[], b: readonly Wire[]): boolean {
  return (
    a.length === b.length &&
    a.every((wire, index) => {
      const other = b[index]
      return (
        other !== undefined &&
        wire.id === other.id &&
        wire.target === other.target &&
        wire.side === other.side &&
        wire.from.x === other.from.x &&
        wire.from.y === other.from.y
      )
    })
  )
}

function sameBoxes(all: ReadonlyMap<string, Box>, solid: ReadonlyMap<string, Box>): boolean {
  if (all.size < solid.size) return false
  for (const [id, box] of solid) {
    const other = all.get(id)
    if (!other || box.x !== other.x || box.y !== other.y || box.height !== other.height) return false
  }
  return true
}
