const deepest = 100

/**
 * Canonical JSON (RFC 8785) of plain values, which nearly all are: strings that are whole, finite numbers, lists and
 * records, not too deep. JavaScript writes strings and numbers as the standard wants them; what is left is to put names
 * in order. Anything else gives undefined and is for the library, which takes several times as long.
 */
export function writePlain(value: unknown): string | undefined {
  return write(value, 0)
}

function write(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? JSON.stringify(value) : undefined
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (depth > deepest) return undefined
      return Array.isArray(value) ? writeList(value, depth + 1) : writeRecord(value, depth + 1)
    default:
      return undefined
  }
}

function writeList(list: readonly unknown[], depth: number): string | undefined {
  let written = ''
  for (let at = 0; at < list.length; at++) {
    const part = write(list[at], depth)
    if (part === undefined) return undefined
    written += at === 0 ? part : `,${part}`
  }
  return `[${written}]`
}

/** Names in the order of their UTF-16 units, as `sort` puts them. */
function writeRecord(record: object, depth: number): string | undefined {
  if (Object.getPrototypeOf(record) !== Object.prototype || 'toJSON' in record) return undefined
  let written = ''
  for (const name of Object.keys(record).sort()) {
    const value: unknown = Reflect.get(record, name)
    if (value === undefined) continue
    const part = name.isWellFormed() ? write(value, depth) : undefined
    if (part === undefined) return undefined
    written += `${written === '' ? '' : ','}${quoted(name)}:${part}`
  }
  return `{${written}}`
}

const known = new Map<string, string>()
const mostKnown = 1_000

/** A name in quotes. The same few come again in every turn. */
function quoted(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const written = JSON.stringify(name)
  if (known.size < mostKnown) known.set(name, written)
  return written
}
