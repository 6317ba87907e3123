import { parseExpression } from '../../../schema/expression.ts'
import type { Flow, FlowNode } from '../../../schema/flow.ts'
import { type NodeDefinitions, parseNodeData } from '../../../schema/node-definition.ts'
import { parseTemplate } from '../../../schema/template.ts'

/** Where a node names variables: paths of texts and expressions to read through, and of plain variable names. */
export interface VariablePlaces {
  texts: string[]
  expressions: string[]
  names: string[]
}

/** The places of `node` in which variables can be named. Empty for unknown types: what they hold is not ours to change. */
export function variablePlaces(node: FlowNode, definitions: NodeDefinitions): VariablePlaces {
  const parsed = parseNodeData(node, definitions)
  if (!parsed.ok) return { texts: [], expressions: [], names: [] }
  const { definition, data } = parsed
  return {
    texts: (definition.texts?.(data) ?? []).map((text) => text.field),
    expressions: (definition.expressions?.(data) ?? []).map((expression) => expression.field),
    names: [...(definition.reads?.(data) ?? []), ...(definition.writes?.(data) ?? [])].map((place) => place.field),
  }
}

/** Names of the variables that `node` reads or sets. */
export function variablesOf(node: FlowNode, flow: Flow, definitions: NodeDefinitions): string[] {
  const parsed = parseNodeData(node, definitions)
  if (!parsed.ok) return []
  const { definition, data } = parsed
  const names = new Set<string>()
  for (const place of definition.reads?.(data) ?? []) names.add(place.variable)
  for (const place of definition.writes?.(data) ?? []) names.add(place.variable)
  for (const { source } of definition.expressions?.(data) ?? []) {
    const expression = parseExpression(source, flow.variables)
    if (expression.ok) for (const name of expression.expression.reads) names.add(name)
  }
  for (const { text } of definition.texts?.(data) ?? [])
    for (const words of typeof text === 'string' ? [text] : Object.values(text ?? {}))
      for (const name of parseTemplate(words, flow.variables).reads) names.add(name)
  return [...names]
}

/** Ids of the nodes that name the variable. */
export function usersOf(flow: Flow, name: string, definitions: NodeDefinitions): string[] {
  return flow.nodes.filter((node) => variablesOf(node, flow, definitions).includes(name)).map((node) => node.id)
}
