import type { Flow } from '../../../schema/flow.ts'
import { newEdgeId } from './new-id.ts'

/** Types that nothing can lead to. */
const unreachableTypes = new Set(['start', 'note'])

/** Whether an edge may end at a node of this type. */
export function canBeEntered(type: string): boolean {
  return !unreachableTypes.has(type)
}

/** Whether an edge may end at this node. */
export function canEnter(flow: Flow, target: string): boolean {
  const node = flow.nodes.find((candidate) => candidate.id === target)
  return node !== undefined && canBeEntered(node.type)
}

/** Leads an outcome to a node. An outcome leads to one place: where it led before is forgotten. */
export function connect(flow: Flow, source: string, outcome: string, target: string): Flow {
  if (!canEnter(flow, target) || !flow.nodes.some((node) => node.id === source)) return flow
  const current = flow.edges.find((edge) => edge.source === source && edge.sourceHandle === outcome)
  if (current?.target === target) return flow
  if (current) return { ...flow, edges: flow.edges.map((edge) => (edge === current ? { ...current, target } : edge)) }
  const edge = { id: newEdgeId(flow), source, sourceHandle: outcome, target }
  return { ...flow, edges: [...flow.edges, edge] }
}

/** Lets an outcome lead nowhere. */
export function disconnect(flow: Flow, source: string, outcome: string): Flow {
  const edges = flow.edges.filter((edge) => edge.source !== source || edge.sourceHandle !== outcome)
  return edges.length === flow.edges.length ? flow : { ...flow, edges }
}
