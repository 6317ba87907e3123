import { isRecord } from '../../../nodes/kit/editor/path.ts'
import type { Flow, FlowNode } from '../../../schema/flow.ts'
import type { NodeDefinition } from '../../../schema/node-definition.ts'
import { snap } from './move-nodes.ts'
import { newNodeId } from './new-id.ts'

/** A new node of this type with its first settings, at a place on the grid. */
export function makeNode(
  flow: Flow,
  definition: NodeDefinition,
  at: { x: number; y: number },
  id = newNodeId(flow, definition.type),
): FlowNode {
  const data = definition.initial(flow)
  return {
    id,
    type: definition.type,
    version: definition.version,
    position: { x: snap(at.x), y: snap(at.y) },
    data: isRecord(data) ? data : {},
  }
}

/** Puts `node` into the flow. */
export function addNode(flow: Flow, node: FlowNode): Flow {
  return { ...flow, nodes: [...flow.nodes, node] }
}
