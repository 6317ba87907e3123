import { checkGraph } from './check-graph.ts'
import { checkNode } from './check-node.ts'
import { checkVariables } from './check-variables.ts'
import type { Flow } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import { standalone, toGraph } from './graph.ts'
import type { FlowContext, NodeDefinitions } from './node-definition.ts'

/**
 * Everything that is wrong with `flow`, each with its place, faults first. Pure, and fast enough to run at each edit.
 * What a called flow offers is asked through `context`.
 */
export function checkFlow(
  flow: Flow,
  definitions: NodeDefinitions,
  context: FlowContext = standalone(flow),
): FlowIssue[] {
  const graph = toGraph(flow, definitions, context)
  const issues: FlowIssue[] = [...checkGraph(flow, graph, definitions)]
  for (const node of flow.nodes) issues.push(...checkNode(node, flow, definitions, context))
  issues.push(...checkVariables(flow, graph, definitions))
  return [
    ...issues.filter((issue) => issue.severity === 'fault'),
    ...issues.filter((issue) => issue.severity !== 'fault'),
  ]
}
