import { checkLoops } from './check-loops.ts'
import type { Flow } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import { type Graph, reachable } from './graph.ts'
import { type NodeDefinitions, nodeName } from './node-definition.ts'

/** What can be seen from the shape of the graph alone: starts, ends of edges, outcomes, reach, loops. */
export function checkGraph(flow: Flow, graph: Graph, definitions: NodeDefinitions): FlowIssue[] {
  return [
    ...checkStart(graph),
    ...checkIds(flow),
    ...checkEdges(flow, graph),
    ...checkOutcomes(graph, definitions),
    ...checkReach(graph, definitions),
    ...checkLoops(graph, definitions),
  ]
}

function checkStart(graph: Graph): FlowIssue[] {
  if (graph.starts.length === 1) return []
  if (graph.starts.length === 0)
    return [
      { code: 'no-start', severity: 'fault', message: 'There is no start. A contact would not know where to begin.' },
    ]
  return graph.starts.slice(1).map((node) => ({
    code: 'second-start',
    severity: 'fault',
    node,
    message: 'There is more than one start. Keep one; contacts begin there.',
  }))
}

function checkIds(flow: Flow): FlowIssue[] {
  const issues: FlowIssue[] = []
  const repeat = (ids: string[], code: string, what: string, place: (id: string) => Partial<FlowIssue>, has = 'id') => {
    const seen = new Set<string>()
    for (const id of ids) {
      if (seen.has(id))
        issues.push({ code, severity: 'fault', message: `Two ${what} have the ${has} “${id}”.`, ...place(id) })
      seen.add(id)
    }
  }
  repeat(
    flow.nodes.map((node) => node.id),
    'duplicate-node',
    'nodes',
    (node) => ({ node }),
  )
  repeat(
    flow.edges.map((edge) => edge.id),
    'duplicate-edge',
    'connections',
    (edge) => ({ edge }),
  )
  repeat(
    flow.variables.map((variable) => variable.name),
    'duplicate-variable',
    'variables',
    (variable) => ({ variable }),
    'name',
  )
  return issues
}

function checkEdges(flow: Flow, graph: Graph): FlowIssue[] {
  const issues: FlowIssue[] = []
  const taken = new Set<string>()
  for (const edge of flow.edges) {
    const source = graph.nodes.get(edge.source)
    const target = graph.nodes.get(edge.target)
    const place = { edge: edge.id, outcome: edge.sourceHandle }
    if (!source || !target) {
      const missing = source ? edge.target : edge.source
      issues.push({
        code: 'loose-edge',
        severity: 'fault',
        message: `A connection leads ${source ? 'to' : 'from'} “${missing}”, which is not in this flow.`,
        ...place,
        ...(source ? { node: edge.source } : target ? { node: edge.target } : {}),
      })
      continue
    }
    if (source.data !== undefined && !source.outcomes.some((outcome) => outcome.id === edge.sourceHandle))
      issues.push({
        code: 'unknown-outcome',
        severity: 'fault',
        message: `A connection leaves by “${edge.sourceHandle}”, which this node does not have any more.`,
        node: edge.source,
        ...place,
      })
    const key = `${edge.source}\n${edge.sourceHandle}`
    if (taken.has(key))
      issues.push({
        code: 'second-edge',
        severity: 'fault',
        message: `“${edge.sourceHandle}” leads to two places. An outcome leads to one.`,
        node: edge.source,
        ...place,
      })
    taken.add(key)
    if (target.node.type === 'start' || target.node.type === 'note')
      issues.push({
        code: 'wrong-target',
        severity: 'fault',
        message: `Nothing can lead to a ${target.node.type}.`,
        node: edge.source,
        ...place,
      })
  }
  return issues
}

function checkOutcomes(graph: Graph, definitions: NodeDefinitions): FlowIssue[] {
  const issues: FlowIssue[] = []
  for (const { node, outcomes, out } of graph.nodes.values())
    for (const outcome of outcomes) {
      if (out.has(outcome.id)) continue
      const failure = node.type === 'http-action' && outcome.id === 'failed'
      issues.push({
        code: failure ? 'no-failure-path' : 'unconnected-outcome',
        severity: 'fault',
        node: node.id,
        outcome: outcome.id,
        message: failure
          ? `“${nodeName(node, definitions)}” has no way on for when the other system fails. A visitor would be stuck.`
          : `“${outcome.label}” of “${nodeName(node, definitions)}” leads nowhere. A visitor would be stuck.`,
      })
    }
  return issues
}

function checkReach(graph: Graph, definitions: NodeDefinitions): FlowIssue[] {
  const reached = reachable(graph, graph.starts)
  return [...graph.nodes.values()]
    .filter(({ node }) => !reached.has(node.id) && definitions.get(node.type)?.category !== 'canvas')
    .map(({ node }) => ({
      code: 'unreachable',
      severity: 'fault',
      node: node.id,
      message: `Nothing leads to “${nodeName(node, definitions)}”. No visitor can get there.`,
    }))
}
