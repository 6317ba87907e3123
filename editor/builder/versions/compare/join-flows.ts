import type { Flow, FlowNode } from '../../../../schema/flow.ts'
import type { CompareLayer } from '../../canvas/marks.ts'
import { compareFlows } from '../compare-flows.ts'

/** Two documents on one canvas: the newer one, with what it no longer has as ghosts. */
export interface Joined {
  flow: Flow
  layer: CompareLayer
  /** Where moved nodes stood before. */
  before: ReadonlyMap<string, { x: number; y: number }>
  /** Ids of everything that is different, in the order in which a contact meets it. */
  nodes: string[]
}

/** Draws `before` into `after`: removed nodes where they stood, removed edges where both their ends are still drawn. */
export function joinFlows(before: Flow, after: Flow): Joined {
  const { added, removed, changed, moved } = compareFlows(before, after)
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const placeOf = (node: FlowNode) => old.get(node.id)?.position
  const nodes = [...after.nodes, ...removed]
  const known = new Set(nodes.map(({ id }) => id))
  const keyOf = (edge: Flow['edges'][number]) => `${edge.source} ${edge.sourceHandle} ${edge.target}`
  const [oldEdges, newEdges] = [new Set(before.edges.map(keyOf)), new Set(after.edges.map(keyOf))]
  const gone = before.edges
    .filter((edge) => !newEdges.has(keyOf(edge)) && known.has(edge.source) && known.has(edge.target))
    .map((edge) => ({ ...edge, id: `removed ${edge.id}` }))
  const kinds = new Map<string, 'added' | 'removed' | 'changed' | 'moved'>()
  for (const node of moved) kinds.set(node.id, 'moved')
  for (const node of changed) kinds.set(node.id, 'changed')
  for (const node of added) kinds.set(node.id, 'added')
  for (const node of removed) kinds.set(node.id, 'removed')
  return {
    flow: { ...after, nodes, edges: [...after.edges, ...gone] },
    layer: {
      nodes: kinds,
      edges: new Map([
        ...after.edges.filter((edge) => !oldEdges.has(keyOf(edge))).map((edge) => [edge.id, 'added'] as const),
        ...gone.map((edge) => [edge.id, 'removed'] as const),
      ]),
    },
    before: new Map(
      [...moved, ...changed].flatMap((node) => {
        const place = placeOf(node)
        return place && (place.x !== node.position.x || place.y !== node.position.y) ? [[node.id, place]] : []
      }),
    ),
    nodes: nodes.map(({ id }) => id).filter((id) => kinds.has(id)),
  }
}
