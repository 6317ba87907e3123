import type { Flow } from './flow.ts'

/** Order of the keys that the format knows; others follow in alphabetical order, so that diffs stay readable. */
const order = [
  'format',
  'id',
  'name',
  'description',
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

/** `flow` as the text that is exported and committed: two spaces, one stable order of keys, a line end at the end. */
export function formatFlow(flow: Flow): string {
  return `${JSON.stringify(sortKeys(flow), undefined, 2)}\n`
}

/** `value` with the keys of every object in the format's order. What `data` holds keeps the order it was written in. */
function sortKeys(value: unknown, insideData = false): unknown {
  if (Array.isArray(value)) return value.map((part) => sortKeys(part, insideData))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (!insideData) entries.sort(([a], [b]) => compareKeys(a, b))
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part, insideData || key === 'data')]))
}

function compareKeys(a: string, b: string): number {
  return (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length) || (a < b ? -1 : a > b ? 1 : 0)
}
