import type { Flow, FlowEdge, FlowNode } from '../../../schema/flow.ts'
import type { FlowContext, NodeDefinitions } from '../../../schema/node-definition.ts'
import type { Box } from '../commands/frame-nodes.ts'
import { type Card, toCard } from './card.ts'
import { findJumps } from './find-jumps.ts'
import { moveScene } from './move-scene.ts'
import { type Port, portsOf } from './ports.ts'
import { type Point, type Routed, routeEdges } from './route-edges.ts'
import { leadKey, type Places, type Scene } from './scene.ts'
import { findEntries, toWires } from './wires.ts'

/**
 * Makes scenes, and reuses of the last one what did not change: typing a name routes no edge, and a drag (`moving`)
 * works out only what is dragged.
 */
export function createSceneMaker(definitions: NodeDefinitions, contextOf: (flow: Flow) => FlowContext) {
  const cards = new WeakMap<FlowNode, { card: Card; key: string; box: Box }>()
  let rest: { scene: Scene; routed: Routed } | undefined
  let last: Scene | undefined

  function cardOf(node: FlowNode, flow: Flow, context: FlowContext, used: readonly string[]): { card: Card; box: Box } {
    const key = `${flow.locales[0]} ${used.join(' ')}`
    const known = cards.get(node)
    if (known && known.key === key && node.type !== 'call-flow') return known
    const card = toCard(node, definitions, context, flow.locales[0] ?? 'en-GB', used)
    const made = { card, key, box: { ...node.position, width: card.width, height: card.height } }
    cards.set(node, made)
    return made
  }

  return function makeScene(flow: Flow, moving?: Places): Scene {
    if (moving && last?.flow === flow) {
      last = moveScene(last, moving)
      return last
    }
    const scene = makeRestingScene(flow)
    last = moving ? moveScene(scene, moving) : scene
    return last
  }

  function makeRestingScene(flow: Flow): Scene {
    const context = contextOf(flow)
    const outgoing = new Map<string, FlowEdge[]>()
    const leads = new Map<string, FlowEdge>()
    const incoming = new Map<string, FlowEdge[]>()
    for (const edge of flow.edges) {
      append(outgoing, edge.source, edge)
      append(incoming, edge.target, edge)
      leads.set(leadKey(edge.source, edge.sourceHandle), edge)
    }
    const sceneCards = new Map<string, Card>()
    const boxes = new Map<string, Box>()
    const solid = new Map<string, Box>()
    for (const node of flow.nodes) {
      const { card, box } = cardOf(
        node,
        flow,
        context,
        (outgoing.get(node.id) ?? []).map((edge) => edge.sourceHandle),
      )
      sceneCards.set(node.id, card)
      boxes.set(node.id, box)
      if (card.kind !== 'frame') solid.set(node.id, box)
    }
    const ports = new Map<string, Port[]>()
    const led = new Map<string, string>()
    for (const [id, card] of sceneCards) {
      const box = boxes.get(id)
      const only = card.outcomes.length === 1 ? card.outcomes[0] : undefined
      const target = only && boxes.get(leads.get(leadKey(id, only.id))?.target ?? '')
      if (box) ports.set(id, samePorts(rest?.scene.ports.get(id), portsOf(card, box, target)))
      led.set(id, card.outcomes.flatMap((outcome) => (leads.has(leadKey(id, outcome.id)) ? outcome.id : [])).join(' '))
    }
    const wires = toWires(flow.edges, boxes, ports)
    const routed = routeEdges(wires, solid, rest?.routed)
    const same = rest && sameLines(rest.scene.lines, routed.lines)
    const lines = rest && same ? rest.scene.lines : routed.lines
    const jumps = rest && same ? rest.scene.jumps : findJumps(routed)
    const scene: Scene = {
      flow,
      cards: sceneCards,
      boxes,
      ports,
      leads,
      led,
      outgoing,
      incoming,
      wires: routed.wires,
      lines,
      jumps: rest && sameSet(rest.scene.jumps, jumps) ? rest.scene.jumps : jumps,
      entries: findEntries(wires, routed.lines, boxes),
    }
    rest = { scene, routed: { ...routed, lines } }
    return scene
  }
}

function append<Entry>(lists: Map<string, Entry[]>, key: string, entry: Entry) {
  const list = lists.get(key)
  if (list) list.push(entry)
  else lists.set(key, [entry])
}

function sameLines(a: ReadonlyMap<string, Point[]>, b: ReadonlyMap<string, Point[]>): boolean {
  if (a.size !== b.size) return false
  for (const [id, line] of b) if (a.get(id) !== line) return false
  return true
}

/** The ports as they were, where nothing about them changed: what is the same object is not drawn again. */
function samePorts(before: Port[] | undefined, now: Port[]): Port[] {
  const same =
    before?.length === now.length &&
    now.every((port, index) => {
      const old = before[index]
      return old?.outcome === port.outcome && old.side === port.side && old.x === port.x && old.y === port.y
    })
  return same ? before : now
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...b].every((each) => a.has(each))
}
