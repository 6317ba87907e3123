import type { Flow } from '../../../schema/flow.ts'

/** Takes nodes away, with every edge that begins or ends at them, and single edges. */
export function deleteItems(flow: Flow, nodeIds: Iterable<string>, edgeIds: Iterable<string> = []): Flow {
  const nodes = new Set(nodeIds)
  const edges = new Set(edgeIds)
  const keptNodes = flow.nodes.filter((node) => !nodes.has(node.id))
  const keptEdges = flow.edges.filter(
    (edge) => !edges.has(edge.id) && !nodes.has(edge.source) && !nodes.has(edge.target),
  )
  if (keptNodes.length === flow.nodes.length && keptEdges.length === flow.edges.length) return flow
  return { ...flow, nodes: keptNodes, edges: keptEdges }
}
