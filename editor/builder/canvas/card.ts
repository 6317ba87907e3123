import type { FlowNode } from '../../../schema/flow.ts'
import {
  type FlowContext,
  type NodeCategory,
  type NodeDefinitions,
  nodeName,
  type Outcome,
  parseNodeData,
} from '../../../schema/node-definition.ts'
import { frameSize } from '../commands/frame-nodes.ts'

/** Everything that is drawn of a node, with its size: known without asking the browser, also for nodes out of view. */
export interface Card {
  kind: 'card' | 'note' | 'frame' | 'unknown'
  category: NodeCategory
  icon: string
  title: string
  typeName: string
  summary: string
  outcomes: Outcome[]
  width: number
  height: number
}

export const cardWidth = 180
export const headHeight = 46
export const summaryHeight = 20
export const rowHeight = 24
const rowsPadding = 6

/** Whether each way out has a row of its own. A single one has its port on the card's side. */
export function hasRows(card: Card): boolean {
  return card.kind === 'card' && card.outcomes.length > 1
}

/** The card of `node`. Settings that are half typed keep the outcomes that the edges name, so that nothing jumps. */
export function toCard(
  node: FlowNode,
  definitions: NodeDefinitions,
  context: FlowContext,
  locale: string,
  usedOutcomes: readonly string[] = [],
): Card {
  const frame = frameSize(node)
  const words = typeof node.data.text === 'string' ? node.data.text : ''
  if (frame) return { ...plain('frame', 'Frame', words), ...frame }
  if (node.type === 'note') return { ...plain('note', 'Note', words), height: noteHeight(words) }
  const parsed = parseNodeData(node, definitions)
  const title = nodeName(node, definitions)
  const { definition } = parsed
  if (!definition) {
    const outcomes = usedOutcomes.map((id) => ({ id, label: id }))
    return {
      ...plain('unknown', `Unknown type: ${node.type}`, title),
      outcomes,
      summary: 'Kept as it is',
      height: headHeight + summaryHeight,
    }
  }
  const outcomes = parsed.ok
    ? definition.outcomes(parsed.data, context)
    : usedOutcomes.map((id) => ({ id, label: id.replace(/-/g, ' ') }))
  const rows = outcomes.length > 1 ? outcomes.length * rowHeight + rowsPadding : 0
  return {
    kind: 'card',
    category: definition.category,
    icon: definition.icon,
    title,
    typeName: definition.name,
    summary: parsed.ok ? definition.summary(parsed.data, locale) : 'Settings need attention',
    outcomes,
    width: cardWidth,
    height: headHeight + summaryHeight + rows,
  }
}

/** The name of a card for a screen reader: "HTTP action: Look up report, 4 outcomes, 1 problem". */
export function describeCard(card: Card, problems: number): string {
  if (card.kind === 'note' || card.kind === 'frame') return `${card.typeName}: ${card.title || 'empty'}`
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  const parts = [card.title === card.typeName ? card.title : `${card.typeName}: ${card.title}`]
  if (card.outcomes.length > 0) parts.push(count(card.outcomes.length, 'outcome'))
  if (problems > 0) parts.push(count(problems, 'problem'))
  return parts.join(', ')
}

function plain(kind: Card['kind'], typeName: string, title: string): Card {
  const icon = kind === 'frame' ? 'frame' : kind === 'note' ? 'sticky-note' : 'circle-help'
  return { kind, category: 'canvas', icon, title, typeName, summary: '', outcomes: [], width: cardWidth, height: 66 }
}

/** Notes grow with their words; about 27 letters stand in a line of 16 px. */
function noteHeight(words: string): number {
  const lines = words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 27)), 0)
  return Math.max(64, Math.min(400, 26 + lines * 16))
}
