import { textsIn } from './check-node.ts'
import { isReservedName, parseExpression } from './expression.ts'
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
  /** It is asked about with `known()` first: that it may be unset is thought of. */
  guarded?: boolean
}

/**
 * Variables: unknown names, names that cannot be used, reading before anything can have set them, unused ones.
 * Reading what only some paths have set is advice: an unset variable counts as empty, which may be what is wanted.
 * A flow that is called on the way may set any variable, because those of the same name are the same.
 */
export function checkVariables(flow: Flow, graph: Graph, definitions: NodeDefinitions): FlowIssue[] {
  const declared = new Set(flow.variables.map((variable) => variable.name))
  const reads = [...graph.nodes.values()].flatMap((node) => readsOf(node, flow))
  const writes = [...graph.nodes.values()].flatMap(writesOf)
  const issues: FlowIssue[] = []
  for (const { node, field, variable } of [...reads, ...writes])
    if (!declared.has(variable))
      issues.push({
        code: 'unknown-variable',
        severity: 'fault',
        message: `There is no variable named “${variable}”.`,
        node,
        field,
        variable,
      })

  const readsByName = byName(reads)
  const writesByName = byName(writes)
  const calls = [...graph.nodes.values()].filter(({ definition }) => definition?.type === 'call-flow')
  const afterCalls = reachable(
    graph,
    calls.flatMap(({ out }) => [...out.values()].map((edge) => edge.target)),
  )
  for (const variable of declared) {
    if (isReservedName(variable))
      issues.push({
        code: 'reserved-name',
        severity: 'fault',
        variable,
        message: `“${variable}” is a word of the expression language. Give the variable another name.`,
      })
    const readers = readsByName.get(variable) ?? []
    const writers = writesByName.get(variable) ?? []
    if (readers.length === 0 && writers.length === 0) {
      issues.push({ code: 'unused-variable', severity: 'advice', variable, message: `Nothing uses “${variable}”.` })
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
    for (const { node, field, guarded } of readers) {
      const reader = graph.nodes.get(node)
      if (guarded || !reader || (!canBeUnset.has(node) && !canBeSet.has(node))) continue
      const name = nodeName(reader.node, definitions)
      const ownWrite = writers.some((use) => use.node === node)
      if (!canBeSet.has(node) && !afterCalls.has(node) && !ownWrite)
        issues.push({
          code: 'variable-never-set',
          severity: 'fault',
          node,
          field,
          variable,
          message: `“${name}” uses “${variable}” before anything can have set it.`,
        })
      else if (canBeUnset.has(node) && !ownWrite)
        issues.push({
          code: 'variable-maybe-unset',
          severity: 'advice',
          node,
          field,
          variable,
          message: `“${name}” uses “${variable}”, which is not set on every way here. It counts as empty then.`,
        })
    }
  }
  return issues
}

/** Every variable that the node reads: in its texts, its expressions, and by name. */
export function readsOf({ node, definition, data }: GraphNode, flow: Flow): VariableUse[] {
  if (!definition || data === undefined) return []
  const usesAt = (field: string, found: { reads: string[]; guards: string[] }[]): VariableUse[] =>
    [...new Set(found.flatMap(({ reads }) => reads))].map((variable) => ({
      node: node.id,
      field,
      variable,
      ...(found.every(({ reads, guards }) => !reads.includes(variable) || guards.includes(variable))
        ? { guarded: true }
        : {}),
    }))
  return [
    ...(definition.texts?.(data) ?? []).flatMap(({ field, text }) =>
      usesAt(
        field,
        textsIn(text).map((words) => parseTemplate(words, flow.variables)),
      ),
    ),
    ...(definition.expressions?.(data) ?? []).flatMap(({ field, source }) => {
      const parsed = parseExpression(source, flow.variables)
      return parsed.ok ? usesAt(field, [parsed.expression]) : []
    }),
    ...(definition.reads?.(data) ?? []).map((read) => ({ node: node.id, ...read })),
  ]
}

/** Every variable that the node writes. */
export function writesOf({ node, definition, data }: GraphNode): (VariableUse & { after?: readonly string[] })[] {
  if (!definition || data === undefined) return []
  return (definition.writes?.(data) ?? []).map((write) => ({ node: node.id, ...write }))
}

function byName<Use extends VariableUse>(uses: readonly Use[]): Map<string, Use[]> {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    const group = groups.get(use.variable)
    if (group) group.push(use)
    else groups.set(use.variable, [use])
  }
  return groups
}
