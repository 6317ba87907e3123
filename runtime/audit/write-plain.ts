const deepest = 100

/**
 * Canonical JSON (RFC 8785) of plain values, which nearly all are: strings that are whole, finite numbers, lists and
 * records, not too deep. Anything else gives undefined and is for the library, which takes three times as long.
 */
export function writePlain(value: unknown, depth = 0): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? JSON.stringify(value) : undefined
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : undefined
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
  const parts: string[] = []
  for (const part of list) {
    const text = writePlain(part, depth)
    if (text === undefined) return undefined
    parts.push(text)
  }
  return `[${parts.join(',')}]`
}

/** Names in the order of their UTF-16 units, as the standard has it and `sort` does it. */
function writeRecord(record: object, depth: number): string | undefined {
  if (Object.getPrototypeOf(record) !== Object.prototype || 'toJSON' in record) return undefined
  let written = ''
  for (const name of Object.keys(record).sort()) {
    const part: unknown = Reflect.get(record, name)
    if (part === undefined) continue
    const text = writePlain(part, depth)
    if (text === undefined || !name.isWellFormed()) return undefined
    written += `${written === '' ? '' : ','}${JSON.stringify(name)}:${text}`
  }
  return `{${written}}`
}
