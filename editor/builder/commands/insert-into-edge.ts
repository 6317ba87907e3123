import type { Flow } from '../../../schema/flow.ts'
import { connect } from './connect.ts'

/** Lets an edge pass through a node: what led to the old target leads to it, and its outcome leads on. */
export function insertIntoEdge(flow: Flow, edgeId: string, nodeId: string, outcome: string | undefined): Flow {
  const edge = flow.edges.find((candidate) => candidate.id === edgeId)
  if (!edge || edge.source === nodeId || edge.target === nodeId) return flow
  const through = connect(flow, edge.source, edge.sourceHandle, nodeId)
  return through === flow || outcome === undefined ? through : connect(through, nodeId, outcome, edge.target)
}
