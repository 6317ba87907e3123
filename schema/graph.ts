import type { Flow, FlowEdge, FlowNode } from './flow.ts'
import {
  type FlowContext,
  type NodeDefinition,
  type NodeDefinitions,
  type Outcome,
  parseNodeData,
} from './node-definition.ts'

/** A node of a flow with what its type says about it, and where its outcomes lead. */
export interface GraphNode {
  node: FlowNode
  /** Missing for an unknown type. */
  definition: NodeDefinition | undefined
  /** The parsed settings; `undefined` when the type is unknown or the settings are not valid. */
  data: unknown
  outcomes: Outcome[]
  /** Edge by outcome id. When two edges leave one outcome, the first counts. */
  out: Map<string, FlowEdge>
  in: FlowEdge[]
}

/** A flow as a graph that can be walked. */
export interface Graph {
  nodes: Map<string, GraphNode>
  /** Ids of the start nodes. A sound flow has one. */
  starts: string[]
}

/** Builds the graph of `flow`. Edges without both ends are left out; they are issues of their own. */
export function toGraph(flow: Flow, definitions: NodeDefinitions, context: FlowContext = standalone(flow)): Graph {
  const nodes = new Map<string, GraphNode>()
  for (const node of flow.nodes) {
    if (nodes.has(node.id)) continue
    const parsed = parseNodeData(node, definitions)
    nodes.set(node.id, {
      node,
      definition: parsed.definition,
      data: parsed.ok ? parsed.data : undefined,
      outcomes: parsed.ok ? parsed.definition.outcomes(parsed.data, context) : [],
      out: new Map(),
      in: [],
    })
  }
  for (const edge of flow.edges) {
    const source = nodes.get(edge.source)
    const target = nodes.get(edge.target)
    if (!source || !target) continue
    if (!source.out.has(edge.sourceHandle)) source.out.set(edge.sourceHandle, edge)
    target.in.push(edge)
  }
  return { nodes, starts: [...nodes.values()].filter(({ node }) => node.type === 'start').map(({ node }) => node.id) }
}

/** A context for a flow that is looked at alone: no other flow is known. */
export function standalone(flow: Flow): FlowContext {
  return { flow, endsOf: () => undefined }
}

/** Ids of the nodes that can be reached from `from`, along the edges that `along` lets through. */
export function reachable(
  graph: Graph,
  from: Iterable<string>,
  along: (source: GraphNode, outcome: string) => boolean = () => true,
): Set<string> {
  const seen = new Set(from)
  const waiting = [...seen]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph.nodes.get(id)
    if (!node) continue
    for (const [outcome, edge] of node.out) {
      if (seen.has(edge.target) || !along(node, outcome)) continue
      seen.add(edge.target)
      waiting.push(edge.target)
    }
  }
  return seen
}

/** The cycles of `graph` within the nodes that `within` accepts: one list of ids for each knot of them (Tarjan). */
export function findCycles(graph: Graph, within: (node: GraphNode) => boolean): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const onStack = new Set<string>()
  const stack: string[] = []
  const cycles: string[][] = []
  const targets = (id: string) =>
    [...(graph.nodes.get(id)?.out.values() ?? [])].map((edge) => edge.target).filter((target) => accepts(target))
  const accepts = (id: string) => {
    const node = graph.nodes.get(id)
    return node !== undefined && within(node)
  }

  for (const root of graph.nodes.keys()) {
    if (index.has(root) || !accepts(root)) continue
    const work = [visit(root)]
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const next = frame.targets.pop()
      if (next === undefined) {
        work.pop()
        close(frame.id)
        const parent = work.at(-1)
        if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(frame.id) ?? 0))
      } else if (!index.has(next)) work.push(visit(next))
      else if (onStack.has(next)) low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(next) ?? 0))
    }
  }
  return cycles

  function visit(id: string) {
    index.set(id, index.size)
    low.set(id, index.size - 1)
    stack.push(id)
    onStack.add(id)
    return { id, targets: targets(id) }
  }

  function close(id: string) {
    if (low.get(id) !== index.get(id)) return
    const knot: string[] = []
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack.delete(member)
      knot.push(member)
      if (member === id) break
    }
    knot.reverse()
    if (knot.length > 1 || targets(id).includes(id)) cycles.push(knot)
  }
}
