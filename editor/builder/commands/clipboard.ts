import { z } from 'zod'
import { type Flow, FlowEdge, FlowNode, Variable } from '../../../schema/flow.ts'
import type { NodeDefinitions } from '../../../schema/node-definition.ts'
import { snap } from './move-nodes.ts'
import { newEdgeId, newNodeId } from './new-id.ts'
import { variablesOf } from './variable-places.ts'

/** What is copied: plain JSON text, so that it goes to other flows, other windows, an e-mail. */
const Selection = z.object({
  format: z.literal('signpost.selection/1'),
  nodes: z.array(FlowNode).max(5_000),
  edges: z.array(FlowEdge).max(20_000),
  variables: z.array(Variable).max(1_000),
})

/** The chosen nodes, the edges among them and the variables they use, as text for the clipboard. */
export function copyNodes(flow: Flow, ids: Iterable<string>, definitions: NodeDefinitions): string {
  const chosen = new Set(ids)
  const nodes = flow.nodes.filter((node) => chosen.has(node.id))
  const edges = flow.edges.filter((edge) => chosen.has(edge.source) && chosen.has(edge.target))
  const used = new Set(nodes.flatMap((node) => variablesOf(node, flow, definitions)))
  const variables = flow.variables.filter((variable) => used.has(variable.name))
  return JSON.stringify({ format: 'signpost.selection/1', nodes, edges, variables }, undefined, 2)
}

/** What a paste did: the new flow and the ids of the new nodes. */
export interface Pasted {
  flow: Flow
  ids: string[]
}

/**
 * Puts copied nodes into the flow with fresh ids, their upper left corner at `at`, or a little beside where they were.
 * Variables that the flow does not have yet come along. `undefined` when the text is not a copied selection.
 */
export function pasteNodes(flow: Flow, text: string, at?: { x: number; y: number }): Pasted | undefined {
  const selection = readSelection(text)
  if (!selection || selection.nodes.length === 0) return undefined
  const left = Math.min(...selection.nodes.map((node) => node.position.x))
  const top = Math.min(...selection.nodes.map((node) => node.position.y))
  const shift = at ? { x: at.x - left, y: at.y - top } : { x: 32, y: 32 }

  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const node of selection.nodes) {
    const id = newNodeId(flow, node.id, taken)
    ids.set(node.id, id)
    taken.add(id)
  }
  const nodes = selection.nodes.map((node) => ({
    ...node,
    id: ids.get(node.id) ?? node.id,
    position: { x: snap(node.position.x + shift.x), y: snap(node.position.y + shift.y) },
  }))
  const known = new Set(flow.variables.map((variable) => variable.name))
  let pasted: Flow = {
    ...flow,
    nodes: [...flow.nodes, ...nodes],
    variables: [...flow.variables, ...selection.variables.filter((variable) => !known.has(variable.name))],
  }
  for (const edge of selection.edges) {
    const source = ids.get(edge.source)
    const target = ids.get(edge.target)
    if (source && target)
      pasted = { ...pasted, edges: [...pasted.edges, { ...edge, id: newEdgeId(pasted), source, target }] }
  }
  return { flow: pasted, ids: [...ids.values()] }
}

/** Copies nodes within the flow. */
export function duplicateNodes(flow: Flow, ids: Iterable<string>, definitions: NodeDefinitions): Pasted | undefined {
  return pasteNodes(flow, copyNodes(flow, ids, definitions))
}

function readSelection(text: string): z.infer<typeof Selection> | undefined {
  try {
    const parsed = Selection.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
