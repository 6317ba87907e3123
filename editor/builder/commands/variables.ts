import { getPath, isRecord, setPath } from '../../../nodes/kit/editor/path.ts'
import { type Flow, type FlowNode, type Variable, VariableName } from '../../../schema/flow.ts'
import type { NodeDefinitions } from '../../../schema/node-definition.ts'
import { renameInExpression, renameInTemplate } from './rename-in-expression.ts'
import { variablePlaces } from './variable-places.ts'

/** Adds a variable. One of that name stays as it is. */
export function addVariable(flow: Flow, variable: Variable): Flow {
  if (flow.variables.some((known) => known.name === variable.name)) return flow
  return { ...flow, variables: [...flow.variables, variable] }
}

/** Changes what is said about a variable, but not its name: that is `renameVariable`. */
export function changeVariable(flow: Flow, name: string, change: Partial<Omit<Variable, 'name'>>): Flow {
  return {
    ...flow,
    variables: flow.variables.map((variable) => (variable.name === name ? { ...variable, ...change, name } : variable)),
  }
}

/** Takes a variable away. Nodes that name it keep the name: it becomes a problem with a place, not a silent loss. */
export function removeVariable(flow: Flow, name: string): Flow {
  return { ...flow, variables: flow.variables.filter((variable) => variable.name !== name) }
}

/**
 * Renames a variable wherever it is named: the list, every expression, every hole of a text, every setting that holds
 * its name, every stored test. The flow is returned as it is when the new name is taken or cannot be written.
 */
export function renameVariable(flow: Flow, from: string, to: string, definitions: NodeDefinitions): Flow {
  if (from === to || !VariableName.safeParse(to).success) return flow
  if (flow.variables.some((variable) => variable.name === to)) return flow
  return {
    ...flow,
    variables: flow.variables.map((variable) => (variable.name === from ? { ...variable, name: to } : variable)),
    nodes: flow.nodes.map((node) => renameInNode(node, from, to, definitions)),
    tests: flow.tests.map((test) => ({
      ...test,
      steps: test.steps.map((step) => {
        const variables = step.expect?.variables
        if (!variables || !(from in variables)) return step
        const { [from]: value, ...others } = variables
        return { ...step, expect: { ...step.expect, variables: { ...others, [to]: value } } }
      }),
    })),
  }
}

function renameInNode(node: FlowNode, from: string, to: string, definitions: NodeDefinitions): FlowNode {
  const places = variablePlaces(node, definitions)
  let data = node.data
  const change = (path: string, rename: (value: unknown) => unknown) => {
    const before = getPath(data, path)
    const after = rename(before)
    if (after !== before) data = setPath(data, path, after)
  }
  for (const path of places.texts) change(path, (text) => renameInText(text, from, to))
  for (const path of places.expressions)
    change(path, (source) => (typeof source === 'string' ? renameInExpression(source, from, to) : source))
  for (const path of places.names) change(path, (name) => (name === from ? to : name))
  return data === node.data ? node : { ...node, data }
}

function renameInText(text: unknown, from: string, to: string): unknown {
  if (typeof text === 'string') return renameInTemplate(text, from, to)
  if (!isRecord(text)) return text
  const renamed = Object.entries(text).map(([locale, words]) => [
    locale,
    typeof words === 'string' ? renameInTemplate(words, from, to) : words,
  ])
  return renamed.every(([locale, words]) => text[String(locale)] === words) ? text : Object.fromEntries(renamed)
}
