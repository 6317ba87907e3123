import { textsIn } from './check-node.ts'
import { parseExpression } from './expression.ts'
import type { Flow } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import { type Graph, type GraphNode, reachable } from './graph.ts'
import { type NodeDefinitions, nodeName } from './node-definition.ts'
import { parseTemplate } from './template.ts'

/** A place in a node where a variable is read or written. */
export interface VariableUse {
  node: string
  field: string
  variable: string
}

/**
 * Variables: unknown names, reading before anything can have set them, unused ones.
 * Reading what only some paths have set is advice: an unset variable counts as empty, which may be what is wanted.
 */
export function checkVariables(flow: Flow, graph: Graph, definitions: NodeDefinitions): FlowIssue[] {
  const declared = new Set(flow.variables.map((variable) => variable.name))
  const reads = [...graph.nodes.values()].flatMap((node) => readsOf(node, flow))
  const writes = [...graph.nodes.values()].flatMap(writesOf)
  const issues: FlowIssue[] = []
  for (const use of [...reads, ...writes])
    if (!declared.has(use.variable))
      issues.push({
        code: 'unknown-variable',
        severity: 'fault',
        message: `There is no variable named "${use.variable}".`,
        ...use,
      })

  for (const variable of declared) {
    const readers = reads.filter((use) => use.variable === variable)
    const writers = writes.filter((use) => use.variable === variable)
    if (readers.length === 0 && writers.length === 0) {
      issues.push({ code: 'unused-variable', severity: 'advice', variable, message: `Nothing uses "${variable}".` })
      continue
    }
    if (readers.length === 0) continue
    const setBy = (node: GraphNode, outcome: string) =>
      writers.some((use) => use.node === node.node.id && (use.after === undefined || use.after.includes(outcome)))
    const after = new Set(
      writers.flatMap(({ node }) => {
        const writer = graph.nodes.get(node)
        if (!writer) return []
        return [...writer.out].flatMap(([outcome, edge]) => (setBy(writer, outcome) ? [edge.target] : []))
      }),
    )
    const canBeSet = reachable(graph, after)
    const canBeUnset = reachable(graph, graph.starts, (node, outcome) => !setBy(node, outcome))
    for (const { node, field } of readers) {
      const reader = graph.nodes.get(node)
      if (!reader || (!canBeUnset.has(node) && !canBeSet.has(node))) continue
      const name = nodeName(reader.node, definitions)
      const ownWrite = writers.some((use) => use.node === node)
      if (!canBeSet.has(node) && !ownWrite)
        issues.push({
          code: 'variable-never-set',
          severity: 'fault',
          node,
          field,
          variable,
          message: `"${name}" uses "${variable}" before anything can have set it.`,
        })
      else if (canBeUnset.has(node) && !ownWrite)
        issues.push({
          code: 'variable-maybe-unset',
          severity: 'advice',
          node,
          field,
          variable,
          message: `"${name}" uses "${variable}", which is not set on every way here. It counts as empty then.`,
        })
    }
  }
  return issues
}

/** Every variable that the node reads: in its texts, its expressions, and by name. */
export function readsOf({ node, definition, data }: GraphNode, flow: Flow): VariableUse[] {
  if (!definition || data === undefined) return []
  const at = (field: string) => (variable: string) => ({ node: node.id, field, variable })
  return [
    ...(definition.texts?.(data) ?? []).flatMap(({ field, text }) =>
      [...new Set(textsIn(text).flatMap((words) => parseTemplate(words, flow.variables).reads))].map(at(field)),
    ),
    ...(definition.expressions?.(data) ?? []).flatMap(({ field, source }) => {
      const parsed = parseExpression(source, flow.variables)
      return parsed.ok ? parsed.expression.reads.map(at(field)) : []
    }),
    ...(definition.reads?.(data) ?? []).map(({ field, variable }) => ({ node: node.id, field, variable })),
  ]
}

/** Every variable that the node writes. */
export function writesOf({ node, definition, data }: GraphNode): (VariableUse & { after?: readonly string[] })[] {
  if (!definition || data === undefined) return []
  return (definition.writes?.(data) ?? []).map((write) => ({ node: node.id, ...write }))
}
