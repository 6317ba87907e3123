import type { z } from 'zod'
import { parseExpression } from './expression.ts'
import type { ExpressionFault } from './expression-fault.ts'
import type { Flow, FlowNode } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import { type FlowContext, type NodeDefinition, type NodeDefinitions, parseNodeData } from './node-definition.ts'
import { plainReason } from './plain-reason.ts'
import { parseTemplate } from './template.ts'
import { missingLocales, type Text } from './text.ts'

/** What is wrong within one node: its settings, its texts in every language, its expressions, and its type's own checks. */
export function checkNode(node: FlowNode, flow: Flow, definitions: NodeDefinitions, context: FlowContext): FlowIssue[] {
  const parsed = parseNodeData(node, definitions)
  if (!parsed.ok) {
    if (!parsed.definition)
      return [
        {
          code: 'unknown-type',
          severity: 'fault',
          node: node.id,
          message: `This version of Signpost does not know nodes of type “${node.type}”. It is kept as it is.`,
        },
      ]
    if (node.version > parsed.definition.version)
      return [
        {
          code: 'newer-node',
          severity: 'fault',
          node: node.id,
          message: `This node was made with a newer version of Signpost (${node.version}). It is kept as it is.`,
        },
      ]
    return (parsed.error?.issues ?? []).map((issue) => ({
      code: 'invalid-setting',
      severity: 'fault',
      node: node.id,
      field: issue.path.join('.'),
      message: plainSetting(issue, node.data),
    }))
  }
  const { definition, data } = parsed
  return [
    ...checkTexts(node, definition, data, flow),
    ...checkExpressions(node, definition, data, flow),
    ...(definition.check?.(data, context) ?? []).map((issue) => ({ ...issue, node: node.id })),
  ]
}

function checkTexts(node: FlowNode, definition: NodeDefinition, data: unknown, flow: Flow): FlowIssue[] {
  const issues: FlowIssue[] = []
  for (const { field, text, optional } of definition.texts?.(data) ?? []) {
    const missing = missingLocales(text, flow.locales)
    const empty = missing.length === flow.locales.length
    if (empty && !optional)
      issues.push({
        code: 'missing-text',
        severity: 'fault',
        node: node.id,
        field,
        message: 'There are no words here yet. A visitor would see nothing.',
      })
    else if (!empty)
      for (const locale of missing)
        issues.push({
          code: 'missing-translation',
          severity: 'advice',
          node: node.id,
          field,
          message: `The words in ${languageName(locale)} are missing. Visitors would read them in another language.`,
        })
    for (const words of textsIn(text))
      for (const fault of parseTemplate(words, flow.variables).faults)
        issues.push({ ...describe(fault), code: 'invalid-template', severity: 'fault', node: node.id, field })
  }
  return issues
}

function checkExpressions(node: FlowNode, definition: NodeDefinition, data: unknown, flow: Flow): FlowIssue[] {
  return (definition.expressions?.(data) ?? []).flatMap(({ field, source, expected }) => {
    const parsed = parseExpression(source, flow.variables, expected)
    if (parsed.ok) return []
    return [{ ...describe(parsed.fault), code: 'invalid-expression', severity: 'fault' as const, node: node.id, field }]
  })
}

function describe({ message, unknown }: ExpressionFault): Pick<FlowIssue, 'message' | 'variable'> {
  return { message, ...(unknown ? { variable: unknown } : {}) }
}

/** Every string of a localised text. */
export function textsIn(text: Text | undefined): string[] {
  if (text === undefined) return []
  return typeof text === 'string' ? [text] : Object.values(text)
}

/** The name of a language in English, for example "Welsh". */
export function languageName(locale: string): string {
  return new Intl.DisplayNames('en-GB', { type: 'language' }).of(locale.split('-')[0] ?? locale) ?? locale
}

function plainSetting(issue: z.core.$ZodIssue, data: unknown): string {
  const where = issue.path.length === 0 ? 'What is set here' : `“${issue.path.join('.')}”`
  const value = issue.path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    data,
  )
  return (value === undefined ? `${where} is missing.` : `${where} ${plainReason(issue)}.`).replace(/\.\.$/, '.')
}
