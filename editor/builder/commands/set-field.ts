import { setPath } from '../../../nodes/kit/editor/path.ts'
import type { Flow, FlowNode } from '../../../schema/flow.ts'

/** Changes one setting of a node, named by its path (`intents.2.label`). `undefined` takes it away. */
export function setField(flow: Flow, nodeId: string, path: string, value: unknown): Flow {
  return changeNode(flow, nodeId, (node) => ({ ...node, data: setPath(node.data, path, value) }))
}

/** Puts all settings of a node in the place of the old ones, as the JSON tab does. */
export function setSettings(flow: Flow, nodeId: string, data: Record<string, unknown>): Flow {
  return changeNode(flow, nodeId, (node) => ({ ...node, data }))
}

/** Gives a node a name of its own; an empty one gives it back the name of its type. */
export function renameNode(flow: Flow, nodeId: string, name: string): Flow {
  return setField(flow, nodeId, 'name', name.trim() === '' ? undefined : name)
}

function changeNode(flow: Flow, nodeId: string, change: (node: FlowNode) => FlowNode): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => (node.id === nodeId ? change(node) : node)) }
}
