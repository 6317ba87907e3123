import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url'
import { snap } from '../commands/move-nodes.ts'
import type { Places, Scene } from './scene.ts'

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '32',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'false',
}

/**
 * Tidy places for the cards, worked out in a worker. `only` lays out these among themselves, where they stand. Notes and
 * frames are left where a person put them.
 */
export async function layoutNodes(scene: Scene, only?: ReadonlySet<string>): Promise<Places> {
  const ids = [...scene.cards].flatMap(([id, card]) =>
    (card.kind === 'card' || card.kind === 'unknown') && (!only || only.has(id)) ? id : [],
  )
  const inside = new Set(ids)
  const elk = new ELK({ workerUrl: elkWorkerUrl })
  try {
    const graph = await elk.layout({
      id: 'flow',
      layoutOptions: options,
      children: ids.map((id) => toElk(id, scene)),
      edges: scene.flow.edges
        .filter((edge) => inside.has(edge.source) && inside.has(edge.target))
        .map((edge) => ({
          id: edge.id,
          sources: [`${edge.source}>${edge.sourceHandle}`],
          targets: [`>${edge.target}`],
        })),
    })
    return toPlaces(graph.children ?? [], scene, ids)
  } finally {
    elk.terminateWorker()
  }
}

function toElk(id: string, scene: Scene): ElkNode {
  const box = scene.boxes.get(id) ?? { x: 0, y: 0, width: 180, height: 66 }
  const ports = (scene.cards.get(id)?.outcomes ?? []).map((outcome, index) => ({
    id: `${id}>${outcome.id}`,
    width: 1,
    height: 1,
    x: box.width,
    y: box.height - (scene.cards.get(id)?.outcomes.length ?? 0) * 24 + index * 24,
    layoutOptions: { 'elk.port.side': 'EAST', 'elk.port.index': String(index) },
  }))
  const inPort = { id: `>${id}`, width: 1, height: 1, x: 0, y: 23, layoutOptions: { 'elk.port.side': 'WEST' } }
  return {
    id,
    width: box.width,
    height: box.height,
    ports: [...ports, inPort],
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  }
}

/** The corner of what was laid out stays where it was. */
function toPlaces(children: readonly ElkNode[], scene: Scene, ids: readonly string[]): Places {
  const left = Math.min(...ids.map((id) => scene.boxes.get(id)?.x ?? 0))
  const top = Math.min(...ids.map((id) => scene.boxes.get(id)?.y ?? 0))
  const minX = Math.min(...children.map((child) => child.x ?? 0))
  const minY = Math.min(...children.map((child) => child.y ?? 0))
  return new Map(
    children.map((child) => [
      child.id,
      { x: snap(left + (child.x ?? 0) - minX), y: snap(top + (child.y ?? 0) - minY) },
    ]),
  )
}
