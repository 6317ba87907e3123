import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url'
import { type Box, liesIn } from '../commands/frame-nodes.ts'
import { snap } from '../commands/move-nodes.ts'
import { pathOrder } from './find-near.ts'
import type { Scene } from './scene.ts'

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.spacing.nodeNode': '32',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
}
const frameOptions = { 'elk.padding': '[top=40,left=24,bottom=24,right=24]' }

/**
 * Tidy places, worked out in a worker: columns from left to right, along the path of a contact. Frames keep what lies in
 * them and take its size. `only` lays out these cards among themselves, where they stand. Notes stay where they are.
 */
export async function layoutNodes(scene: Scene, only?: ReadonlySet<string>): Promise<ReadonlyMap<string, Box>> {
  const cards = pathOrder(scene.flow).filter((id) => {
    const kind = scene.cards.get(id)?.kind
    return (kind === 'card' || kind === 'unknown') && (!only || only.has(id))
  })
  const inside = new Set(cards)
  const frames = only ? new Map<string, string[]>() : membersOf(scene, cards)
  const framed = new Set([...frames.values()].flat())
  const elk = new ELK({ workerUrl: elkWorkerUrl })
  try {
    const graph = await elk.layout({
      id: '\n flow',
      layoutOptions: options,
      children: [
        ...[...frames].map(([id, members]) => ({
          id,
          layoutOptions: frameOptions,
          children: members.map((member) => toElk(member, scene)),
        })),
        ...cards.filter((id) => !framed.has(id)).map((id) => toElk(id, scene)),
      ],
      edges: scene.flow.edges
        .filter((edge) => inside.has(edge.source) && inside.has(edge.target))
        .map((edge) => ({
          id: `\n ${edge.id}`,
          sources: [`${edge.source}>${edge.sourceHandle}`],
          targets: [`>${edge.target}`],
        })),
    })
    return toBoxes(graph.children ?? [], scene, [...cards, ...frames.keys()])
  } finally {
    elk.terminateWorker()
  }
}

/** Cards of each frame that holds any. A card in two frames belongs to the smaller one. */
function membersOf(scene: Scene, cards: readonly string[]): Map<string, string[]> {
  const frames = [...scene.boxes]
    .filter(([id]) => scene.cards.get(id)?.kind === 'frame')
    .sort(([, a], [, b]) => a.width * a.height - b.width * b.height)
  const members = new Map<string, string[]>()
  for (const id of cards) {
    const box = scene.boxes.get(id)
    const home = box && frames.find(([, frame]) => liesIn(box, frame))?.[0]
    if (home !== undefined) members.set(home, [...(members.get(home) ?? []), id])
  }
  return members
}

function toElk(id: string, scene: Scene): ElkNode {
  const card = scene.cards.get(id)
  const ports = (scene.ports.get(id) ?? []).map((port, index) => ({
    id: `${id}>${port.outcome}`,
    width: 1,
    height: 1,
    x: card?.width ?? 180,
    y: port.side === 'right' ? port.y : 23,
    layoutOptions: { 'elk.port.side': 'EAST', 'elk.port.index': String(index) },
  }))
  const inPort = { id: `>${id}`, width: 1, height: 1, x: 0, y: 23, layoutOptions: { 'elk.port.side': 'WEST' } }
  return {
    id,
    width: card?.width ?? 180,
    height: card?.height ?? 66,
    ports: [...ports, inPort],
    layoutOptions: {
      'elk.portConstraints': 'FIXED_POS',
      ...(scene.flow.nodes.some((node) => node.id === id && node.type === 'start')
        ? { 'elk.layered.layering.layerConstraint': 'FIRST' }
        : {}),
    },
  }
}

/** Boxes on the grid; the corner of what was laid out stays where it was. */
function toBoxes(children: readonly ElkNode[], scene: Scene, ids: readonly string[]): Map<string, Box> {
  const left = Math.min(...ids.map((id) => scene.boxes.get(id)?.x ?? 0))
  const top = Math.min(...ids.map((id) => scene.boxes.get(id)?.y ?? 0))
  const minX = Math.min(...children.map((child) => child.x ?? 0))
  const minY = Math.min(...children.map((child) => child.y ?? 0))
  const boxes = new Map<string, Box>()
  const place = (child: ElkNode, dx: number, dy: number) => {
    const x = dx + (child.x ?? 0)
    const y = dy + (child.y ?? 0)
    boxes.set(child.id, { x: snap(x), y: snap(y), width: snap(child.width ?? 0), height: snap(child.height ?? 0) })
    for (const member of child.children ?? []) place(member, x, y)
  }
  for (const child of children) place(child, left - minX, top - minY)
  return boxes
}
