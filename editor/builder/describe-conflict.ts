import { isRecord } from '../../nodes/kit/editor/path.ts'
import { languageName } from '../../schema/check-node.ts'
import { FlowEdge, FlowNode } from '../../schema/flow.ts'
import { type NodeDefinitions, nodeName } from '../../schema/node-definition.ts'
import type { Card } from './canvas/card.ts'
import type { Conflict } from './store/merge-flows.ts'
import { fieldChanges, nameField, nameValue } from './versions/compare/field-changes.ts'

/** A conflict in words: what was changed by both, and both values of everything that differs. */
export interface ConflictWords {
  title: string
  rows: { field: string; mine: string; theirs: string }[]
}

interface Surroundings {
  cards: ReadonlyMap<string, Card>
  definitions: NodeDefinitions
}

const settingNames: Record<string, string> = {
  name: 'The name of the flow',
  description: 'What the flow is for',
  tags: 'The tags of the flow',
  locales: 'The languages of the flow',
  notes: 'The notes of the flow',
}

export function describeConflict(conflict: Conflict, around: Surroundings): ConflictWords {
  const { part, id, mine, theirs } = conflict
  if (part === 'edge') return describeWay(conflict, around)
  if (part === 'setting') {
    const say = (value: unknown) =>
      id === 'locales' && Array.isArray(value)
        ? value.map((each) => languageName(String(each))).join(', ')
        : nameValue(value)
    return {
      title: settingNames[id] ?? `The ${nameField(id)} of the flow`,
      rows: [{ field: 'Now', mine: say(mine), theirs: say(theirs) }],
    }
  }
  const title = titleOf(conflict, around)
  if (mine === undefined || theirs === undefined) {
    const say = (side: unknown) => (side === undefined ? 'Deleted' : 'Kept, with changes')
    return { title, rows: [{ field: 'All of it', mine: say(mine), theirs: say(theirs) }] }
  }
  const rows = fieldChanges(flat(theirs), flat(mine)).map(({ path, before, after }) => ({
    field: upper(nameField(path)),
    mine: sayAt(path, after),
    theirs: sayAt(path, before),
  }))
  return { title, rows }
}

/** The place of a node is one thing, and its settings stand beside it, without a name of their own. */
function flat(side: unknown): unknown {
  if (!isRecord(side)) return side
  const { id: _id, data, position, ...rest } = side
  return {
    ...rest,
    ...(isRecord(data) ? data : {}),
    ...(isRecord(position) ? { place: `${String(position.x)} across, ${String(position.y)} down` } : {}),
  }
}

function sayAt(path: string, value: unknown): string {
  return path === 'place' && typeof value !== 'string' ? 'Not set' : nameValue(value)
}

function describeWay({ id, mine, theirs }: Conflict, { cards }: Surroundings): ConflictWords {
  const [node = '', outcome = ''] = id.split(' · ')
  const card = cards.get(node)
  const label = card?.outcomes.find((each) => each.id === outcome)?.label ?? outcome
  const say = (side: unknown) => {
    const edge = FlowEdge.safeParse(side).data
    return edge ? (cards.get(edge.target)?.title ?? edge.target) : 'Nowhere'
  }
  return {
    title: `Where “${label}” of “${card?.title ?? node}” leads`,
    rows: [{ field: 'Leads to', mine: say(mine), theirs: say(theirs) }],
  }
}

function titleOf({ part, id, mine, theirs }: Conflict, { cards, definitions }: Surroundings): string {
  if (part === 'variable') return `The variable ${id}`
  const [named] = [mine, theirs].filter(isRecord)
  if (part === 'test') return `The test “${typeof named?.name === 'string' ? named.name : id}”`
  const node = FlowNode.safeParse(named).data
  const name = cards.get(id)?.title ?? (node ? nodeName(node, definitions) : id)
  const type = cards.get(id)?.typeName ?? definitions.get(node?.type ?? '')?.name
  return type === undefined || type === name ? `The node “${name}”` : `The node “${name}” (${type})`
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
