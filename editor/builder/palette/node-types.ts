import type { NodeCategory, NodeDefinition, NodeDefinitions } from '../../../schema/node-definition.ts'

/** One group of the palette. */
export interface PaletteGroup {
  category: NodeCategory
  label: string
  types: NodeDefinition[]
}

const groups: [NodeCategory, string][] = [
  ['flow', 'Start and end'],
  ['talk', 'Talk'],
  ['safety', 'Safety'],
  ['decide', 'Decide'],
  ['knowledge', 'Knowledge'],
  ['connect', 'Connect'],
  ['people', 'People'],
  ['canvas', 'Canvas'],
]
/** The order in which a contact meets them; others follow by name. */
const order = [
  'start',
  'end',
  'call-flow',
  'message',
  'question',
  'interview',
  'safety-check',
  'intent-capture',
  'condition',
  'set-variables',
  'office-hours',
  'route',
  'rag-answer',
  'http-action',
  'handover',
  'survey',
  'note',
]

/** The node types that match `search`, in their groups; with `next`, only those that something can lead to. */
export function findNodeTypes(definitions: NodeDefinitions, search: string, next = false): PaletteGroup[] {
  const wanted = search.trim().toLowerCase()
  const rank = (definition: NodeDefinition) => {
    const at = order.indexOf(definition.type)
    return at < 0 ? order.length : at
  }
  const types = [...definitions.values()]
    .filter((definition) => matches(definition, wanted) && (!next || canFollow(definition)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
  return groups
    .map(([category, label]) => ({ category, label, types: types.filter((type) => type.category === category) }))
    .filter((group) => group.types.length > 0)
}

function matches(definition: NodeDefinition, wanted: string): boolean {
  return (
    definition.name.toLowerCase().includes(wanted) ||
    definition.type.includes(wanted) ||
    (wanted.length > 3 && definition.description.toLowerCase().includes(wanted))
  )
}

function canFollow(definition: NodeDefinition): boolean {
  return definition.type !== 'start' && definition.category !== 'canvas'
}
