import type { FlowIssue } from './flow-issue.ts'
import { findCycles, type Graph, type GraphNode } from './graph.ts'
import { type NodeDefinitions, nodeName } from './node-definition.ts'

/**
 * Circles that no contact would get out of: those that never wait for the visitor, and those that wait but have no way to
 * an end or to a person.
 */
export function checkLoops(graph: Graph, definitions: NodeDefinitions): FlowIssue[] {
  const endless = findCycles(graph, (node) => !waits(node))
  const inEndless = new Set(endless.flat())
  const escapes = withWayOut(graph)
  const trapped = findCycles(graph, ({ node }) => !escapes.has(node.id)).filter(
    (knot) => !knot.some((id) => inEndless.has(id)),
  )
  return [
    ...endless.map((knot) =>
      at(
        knot,
        'endless-loop',
        (name) => `From “${name}” the flow can go round for ever without waiting for the visitor.`,
      ),
    ),
    ...trapped.map((knot) =>
      at(
        knot,
        'no-way-out',
        (name) => `From “${name}” no way leads to an end or to a person. A visitor would go round for ever.`,
      ),
    ),
  ]

  function at(knot: string[], code: string, message: (name: string) => string): FlowIssue {
    const [first = ''] = knot
    const node = graph.nodes.get(first)?.node
    return { code, severity: 'fault', node: first, message: message(node ? nodeName(node, definitions) : first) }
  }
}

/** Another flow may wait: whether it does is proved of the compiled machine, which holds it. */
function waits({ definition }: GraphNode): boolean {
  return definition?.rests.visitor === true || definition?.rests.operator === true || definition?.type === 'call-flow'
}

/** Nodes from which an end, a person, or something that is a fault of its own (an outcome left open) can be reached. */
function withWayOut(graph: Graph): Set<string> {
  const seen = new Set<string>()
  const waiting: string[] = []
  const add = (id: string) => {
    if (!seen.has(id)) waiting.push(id)
    seen.add(id)
  }
  for (const { node, definition, data, outcomes, out } of graph.nodes.values())
    if (
      data === undefined ||
      definition?.rests.operator ||
      outcomes.length === 0 ||
      outcomes.some(({ id }) => !out.has(id))
    )
      add(node.id)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const edge of graph.nodes.get(id)?.in ?? []) add(edge.source)
  return seen
}
