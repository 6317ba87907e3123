import type { FlowEdge } from '../../../schema/flow.ts'
import type { Box } from '../commands/frame-nodes.ts'
import { portsOf } from './ports.ts'
import { type Point, routeEdges, type Wire } from './route-edges.ts'
import type { Places, Scene } from './scene.ts'
import { findEntries, toWires } from './wires.ts'

/** More edges than these are led the straight way while they are dragged, and go round cards again when they rest. */
const mostRouted = 120
const near = 400

/**
 * The scene while nodes are dragged. Only what touches them is worked out: an edge between two of them moves along as it
 * is, one that ends elsewhere is routed again.
 */
export function moveScene(scene: Scene, moving: Places): Scene {
  const boxes = new Map(scene.boxes)
  for (const [id, place] of moving) {
    const box = boxes.get(id)
    if (box) boxes.set(id, { ...box, x: place.x, y: place.y })
  }
  const touched = edgesOf(scene, moving.keys())
  const ports = new Map(scene.ports)
  for (const edge of touched) {
    const [card, box, target] = [scene.cards.get(edge.source), boxes.get(edge.source), boxes.get(edge.target)]
    if (card?.outcomes.length === 1 && box && target) ports.set(edge.source, portsOf(card, box, target))
  }
  const wires = new Map(scene.wires)
  const lines = new Map(scene.lines)
  const again: Wire[] = []
  for (const wire of toWires(touched, boxes, ports)) {
    const before = scene.wires.get(wire.id)
    const line = scene.lines.get(wire.id)
    wires.set(wire.id, wire)
    if (moving.has(wire.source) && moving.has(wire.target) && before?.side === wire.side && line)
      lines.set(wire.id, shift(line, wire.from.x - before.from.x, wire.from.y - before.from.y))
    else again.push(wire)
  }
  for (const [id, line] of routeEdges(again, boxesNear(again, boxes, scene)).lines) lines.set(id, line)
  const entries = new Map(scene.entries)
  const targets = new Set(touched.map((edge) => edge.target))
  for (const target of targets) {
    const arriving = (scene.incoming.get(target) ?? []).flatMap((edge) => wires.get(edge.id) ?? [])
    for (const [id, sides] of findEntries(arriving, lines, boxes)) entries.set(id, sides)
  }
  return { ...scene, boxes, ports, wires, lines, entries }
}

function edgesOf(scene: Scene, ids: Iterable<string>): FlowEdge[] {
  const found = new Set<FlowEdge>()
  for (const id of ids) {
    for (const edge of scene.incoming.get(id) ?? []) found.add(edge)
    for (const edge of scene.outgoing.get(id) ?? []) found.add(edge)
  }
  return [...found]
}

function shift(line: readonly Point[], dx: number, dy: number): Point[] {
  return line.map((point) => ({ x: point.x + dx, y: point.y + dy }))
}

/** The cards that these wires may have to go round: those near them, or only their own when there are many wires. */
function boxesNear(wires: readonly Wire[], boxes: ReadonlyMap<string, Box>, scene: Scene): ReadonlyMap<string, Box> {
  const own = new Map<string, Box>()
  for (const id of wires.flatMap((wire) => [wire.source, wire.target])) {
    const box = boxes.get(id)
    if (box) own.set(id, box)
  }
  if (wires.length > mostRouted) return own
  const left = Math.min(...[...own.values()].map((box) => box.x)) - near
  const top = Math.min(...[...own.values()].map((box) => box.y)) - near
  const right = Math.max(...[...own.values()].map((box) => box.x + box.width)) + near
  const bottom = Math.max(...[...own.values()].map((box) => box.y + box.height)) + near
  for (const [id, box] of boxes)
    if (
      scene.cards.get(id)?.kind !== 'frame' &&
      box.x < right &&
      box.x + box.width > left &&
      box.y < bottom &&
      box.y + box.height > top
    )
      own.set(id, box)
  return own
}
