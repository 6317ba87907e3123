import type { z } from 'zod'
import { Flow, flowFormat } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import { flowMigrations } from './flow-migrations.ts'
import type { NodeDefinitions } from './node-definition.ts'

/** A document that was read, or everything that is wrong with it. `migrated` says which formats it came from. */
export type ParsedFlow = { ok: true; flow: Flow; migrated: string[] } | { ok: false; issues: FlowIssue[] }

/** Bounds that keep a hostile document from costing more than a refusal. */
const longestDocument = 20_000_000
const deepestNesting = 64
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads the text of a flow document: JSON, then `parseFlow`. */
export function parseFlowText(text: string, definitions?: NodeDefinitions): ParsedFlow {
  if (text.length > longestDocument) return refuse('too-large', 'This file is too large for a flow.')
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse('not-json', `This is not JSON. ${error instanceof Error ? error.message : ''}`.trim())
  }
  return parseFlow(document, definitions)
}

/**
 * Reads a flow document of any known format. Older ones are migrated; newer and broken ones are refused, each fault with
 * its place. Nodes of unknown types are kept. With `definitions`, the settings of older nodes are migrated too.
 */
export function parseFlow(document: unknown, definitions?: NodeDefinitions): ParsedFlow {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    return refuse('not-a-flow', 'This is not a flow document: it has to be a JSON object.')
  const unsafe = findUnsafe(document)
  if (unsafe) return refuse(unsafe.code, unsafe.message)
  const migrated: string[] = []
  let current: Record<string, unknown> = { ...document }
  for (const step of flowMigrations)
    if (current.format === step.from) {
      current = step.migrate(current)
      migrated.push(step.from)
    }
  if (current.format !== flowFormat) return refuse('wrong-format', describeFormat(current.format))
  const parsed = Flow.safeParse(current)
  if (!parsed.success)
    return { ok: false, issues: parsed.error.issues.slice(0, 200).map((issue) => toIssue(issue, current)) }
  const flow = definitions ? migrateNodes(parsed.data, definitions) : parsed.data
  return { ok: true, flow, migrated }
}

function migrateNodes(flow: Flow, definitions: NodeDefinitions): Flow {
  const nodes = flow.nodes.map((node) => {
    const definition = definitions.get(node.type)
    if (!definition || node.version >= definition.version) return node
    let data = node.data
    for (let version = node.version; version < definition.version; version++) {
      const step = definition.migrations[version]
      if (!step) return node
      data = step(data)
    }
    return { ...node, version: definition.version, data }
  })
  return { ...flow, nodes }
}

function describeFormat(format: unknown): string {
  const number = typeof format === 'string' ? /^signpost\.flow\/(\d+)$/.exec(format)?.[1] : undefined
  if (number === undefined) return `This is not a flow document: "format" has to be "${flowFormat}".`
  return `This flow was made with a newer version of Signpost (${format}). This one reads up to ${flowFormat}.`
}

function refuse(code: string, message: string): ParsedFlow {
  return { ok: false, issues: [{ code, severity: 'fault', message }] }
}

function toIssue(issue: z.core.$ZodIssue, document: Record<string, unknown>): FlowIssue {
  const [part, index, ...rest] = issue.path
  const list = typeof part === 'string' ? document[part] : undefined
  const entry: unknown = Array.isArray(list) && typeof index === 'number' ? list[index] : undefined
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : undefined
  const place =
    part === 'nodes' && id
      ? { node: id, field: rest.join('.') }
      : part === 'edges' && id
        ? { edge: id, field: rest.join('.') }
        : { field: issue.path.join('.') }
  const where = issue.path.length === 0 ? 'The document' : `"${issue.path.join('.')}"`
  return { code: 'invalid', severity: 'fault', message: `${where}: ${issue.message}`, ...place }
}

/** Finds nesting that is too deep and keys that could reach an object's prototype, without recursion. */
function findUnsafe(document: object): { code: string; message: string } | undefined {
  const waiting: [object, number][] = [[document, 1]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next
    if (depth > deepestNesting)
      return { code: 'too-deep', message: `This document is nested deeper than ${deepestNesting} levels.` }
    for (const key of Object.keys(value))
      if (refusedKeys.has(key)) return { code: 'unsafe-key', message: `The name "${key}" may not be used in a flow.` }
    for (const part of Object.values(value))
      if (typeof part === 'object' && part !== null) waiting.push([part, depth + 1])
  }
}
