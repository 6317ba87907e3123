import type { Flow } from './flow.ts'

/** Order of the keys that the format knows; others follow in alphabetical order, so that diffs stay readable. */
const order = [
  'format',
  'id',
  'name',
  'description',
  'tags',
  'locales',
  'variables',
  'nodes',
  'edges',
  'tests',
  'notes',
  'type',
  'version',
  'position',
  'data',
  'x',
  'y',
  'source',
  'sourceHandle',
  'target',
  'label',
]
const rank = new Map(order.map((key, index) => [key, index]))

/**
 * `flow` as the text that is exported and committed: two spaces, one stable order of keys, a line end at the end. Names that
 * are whole numbers (`"7"`) come first, in numeric order: JavaScript keeps them so, and every other order would be lost when
 * the text is read.
 */
export function formatFlow(flow: Flow): string {
  const settings = new Set<unknown>(flow.nodes.map(({ data }) => data))
  return `${JSON.stringify(sortKeys(flow, settings), undefined, 2)}\n`
}

/** `value` with the keys of every object in the format's order. The settings of nodes keep the order they were written in. */
function sortKeys(value: unknown, settings: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) return value.map((part) => sortKeys(part, settings))
  if (typeof value !== 'object' || value === null || settings.has(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => compareKeys(a, b))
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part, settings)]))
}

function compareKeys(a: string, b: string): number {
  return (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length) || (a < b ? -1 : a > b ? 1 : 0)
}
