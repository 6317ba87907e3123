import type { Flow, FlowNode } from './flow.ts'
import { type NodeDefinitions, nodeName, parseNodeData } from './node-definition.ts'

/** Where words stand in a flow: a node by its name, a text inside it, a variable. */
export interface FlowFinding {
  kind: 'node' | 'text' | 'variable'
  /** The node to go to; missing for a variable. */
  node?: string
  type?: string
  field?: string
  title: string
  /** The text around what was found, in one line. */
  excerpt?: string
}

const around = 48

/** Finds every one of `words` in names of nodes, texts for visitors, and variables; names of nodes come first. */
export function findInFlow(flow: Flow, words: string, definitions: NodeDefinitions, most = 50): FlowFinding[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const names: FlowFinding[] = []
  const texts: FlowFinding[] = []
  for (const node of flow.nodes) {
    const title = nodeName(node, definitions)
    const typeName = definitions.get(node.type)?.name ?? node.type
    const place = { node: node.id, type: node.type }
    if (holds(`${title} ${typeName} ${node.id}`, wanted)) names.push({ kind: 'node', ...place, title })
    for (const { field, text } of textsOf(node, definitions)) {
      const excerpt = excerptOf(text, wanted)
      if (excerpt !== undefined) texts.push({ kind: 'text', ...place, field, title, excerpt })
    }
  }
  const variables = flow.variables
    .filter(({ name, label }) => holds(`${name} ${wordsOf(label).join(' ')}`, wanted))
    .map(({ name }): FlowFinding => ({ kind: 'variable', title: name, field: `variables.${name}` }))
  return [...names, ...variables, ...texts].slice(0, most)
}

interface Words {
  field: string
  text: string
}
const known = new WeakMap<NodeDefinitions, WeakMap<FlowNode, Words[]>>()

/** Texts of a node, read once: whoever searches searches again with the next letter. */
function textsOf(node: FlowNode, definitions: NodeDefinitions): Words[] {
  const ofThese = known.get(definitions) ?? new WeakMap<FlowNode, Words[]>()
  known.set(definitions, ofThese)
  const before = ofThese.get(node)
  if (before) return before
  const parsed = parseNodeData(node, definitions)
  const texts = parsed.ok ? (parsed.definition.texts?.(parsed.data) ?? []) : []
  const words = texts.flatMap(({ field, text }) => wordsOf(text).map((each) => ({ field, text: each })))
  ofThese.set(node, words)
  return words
}

function wordsOf(text: unknown): string[] {
  if (typeof text === 'string') return [text]
  return typeof text === 'object' && text !== null
    ? Object.values(text).filter((words): words is string => typeof words === 'string')
    : []
}

function holds(text: string, wanted: readonly string[]): boolean {
  const small = text.toLowerCase()
  return wanted.every((word) => small.includes(word))
}

function excerptOf(text: string, wanted: readonly string[]): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim()
  if (!holds(line, wanted)) return undefined
  const at = line.toLowerCase().indexOf(wanted[0] ?? '')
  const from = Math.max(0, at - around)
  const to = Math.min(line.length, at + around * 2)
  return `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`
}
