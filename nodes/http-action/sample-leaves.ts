import type { Variable } from '../../schema/flow.ts'

/** One value of a sample answer. */
export interface Leaf {
  path: string
  value: unknown
  shown: string
  /** Its path can be written: no name on the way has a dot or a space. */
  reachable: boolean
}

const mostLeaves = 200
const longest = 60

/** The values of an answer that can be kept, in its order, each with its path (`report.place.postcode`, `items.0.id`). */
export function leavesOf(answer: unknown): Leaf[] {
  const leaves: Leaf[] = []
  look(answer, '', true)
  return leaves

  function look(value: unknown, path: string, reachable: boolean): void {
    if (leaves.length >= mostLeaves) return
    const list = Array.isArray(value) && value.every((entry) => typeof entry === 'string') && value.length > 0
    if (typeof value === 'object' && value !== null && !list)
      for (const [key, part] of Object.entries(value))
        look(part, path === '' ? key : `${path}.${key}`, reachable && key !== '' && !/[.\s]/.test(key))
    else if (path !== '') leaves.push({ path, value, shown: shorten(JSON.stringify(value)), reachable })
  }
}

/** A variable for a value that has none yet: named after it, of the type that it looks like. */
export function guessVariable({ path, value }: Leaf, taken: readonly string[]): Variable {
  const words = path.split('.').filter((part) => !/^\d+$/.test(part))
  const base =
    (words.at(-1) ?? 'value')
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 50) || 'value'
  let name = base
  for (let number = 2; taken.includes(name); number++) name = `${base}_${number}`
  return { name, type: typeOf(value, base) }
}

function typeOf(value: unknown, name: string): Variable['type'] {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return 'number'
  if (Array.isArray(value)) return 'choices'
  if (typeof value !== 'string') return 'text'
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return 'datetime'
  return /reference|number|_id$|^id$/.test(name) ? 'reference' : 'text'
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
