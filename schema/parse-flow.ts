import type { z } from 'zod'
import { findUnsafe } from './find-unsafe.ts'
import { Flow, type FlowNode, flowFormat } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import { flowMigrations } from './flow-migrations.ts'
import type { NodeDefinition, NodeDefinitions } from './node-definition.ts'
import { plainReason } from './plain-reason.ts'

/** A document that was read, or everything that is wrong with it. `migrated` says which formats it came from. */
export type ParsedFlow = { ok: true; flow: Flow; migrated: string[] } | { ok: false; issues: FlowIssue[] }

/** Characters of the largest file that is looked at. */
const longestDocument = 20_000_000
const mostIssues = 200

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
    return { ok: false, issues: parsed.error.issues.slice(0, mostIssues).map((issue) => toIssue(issue, current)) }
  const flow = definitions ? migrateNodes(parsed.data, definitions) : parsed.data
  return { ok: true, flow, migrated }
}

function migrateNodes(flow: Flow, definitions: NodeDefinitions): Flow {
  const nodes = flow.nodes.map((node) => {
    const definition = definitions.get(node.type)
    return definition && node.version < definition.version ? migrateNode(node, definition) : node
  })
  return { ...flow, nodes }
}

/** `node` in its type's newest version; as it was, to be shown and put right, where a step is missing or cannot read it. */
function migrateNode(node: FlowNode, definition: NodeDefinition): FlowNode {
  let data = node.data
  try {
    for (let version = node.version; version < definition.version; version++) {
      const step = definition.migrations[version]
      if (!step) return node
      data = step(data)
    }
  } catch {
    return node
  }
  return { ...node, version: definition.version, data }
}

function describeFormat(format: unknown): string {
  const number = typeof format === 'string' ? /^signpost\.flow\/(\d+)$/.exec(format)?.[1] : undefined
  if (number === undefined) return `This is not a flow document: “format” has to be “${flowFormat}”.`
  return `This flow was made with a newer version of Signpost (${format}). This one reads up to ${flowFormat}.`
}

function refuse(code: string, message: string): ParsedFlow {
  return { ok: false, issues: [{ code, severity: 'fault', message }] }
}

function toIssue(issue: z.core.$ZodIssue, document: Record<string, unknown>): FlowIssue {
  const [part, index, ...rest] = issue.path
  const list = typeof part === 'string' ? document[part] : undefined
  const entry: unknown = Array.isArray(list) && typeof index === 'number' ? list[index] : undefined
  const named = typeof entry === 'object' && entry !== null ? entry : {}
  const text = (key: string) => {
    const value: unknown = Object.hasOwn(named, key) ? Reflect.get(named, key) : undefined
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [node, edge, variable] = [
    part === 'nodes' ? text('id') : undefined,
    part === 'edges' ? text('id') : undefined,
    part === 'variables' ? text('name') : undefined,
  ]
  const field = (node ?? edge ?? variable) === undefined ? issue.path.join('.') : rest.join('.')
  const value = issue.path.reduce<unknown>(
    (holder, key) => (typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined),
    document,
  )
  const where = issue.path.length === 0 ? 'The document' : `“${issue.path.join('.')}”`
  const message = value === undefined ? `${where} is missing.` : `${where} ${plainReason(issue)}.`
  return {
    code: 'invalid',
    severity: 'fault',
    message: message.replace(/\.\.$/, '.'),
    ...(node === undefined ? {} : { node }),
    ...(edge === undefined ? {} : { edge }),
    ...(variable === undefined ? {} : { variable }),
    field,
  }
}
