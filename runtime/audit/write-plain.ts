const deepest = 100

/**
 * Canonical JSON (RFC 8785) of plain values, which nearly all are: strings that are whole, finite numbers, lists and
 * records, not too deep. Their names are put in order and JavaScript's own JSON does the rest, which is what the standard
 * is made of. Anything else gives undefined and is for the library, which takes several times as long.
 */
export function writePlain(value: unknown): string | undefined {
  const ordered = order(value, 0)
  return ordered === notPlain ? undefined : JSON.stringify(ordered)
}

const notPlain = Symbol('not plain')

function order(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? value : notPlain
    case 'number':
      return Number.isFinite(value) ? value : notPlain
    case 'boolean':
      return value
    case 'object':
      if (value === null) return value
      if (depth > deepest) return notPlain
      return Array.isArray(value) ? orderList(value, depth + 1) : orderRecord(value, depth + 1)
    default:
      return notPlain
  }
}

function orderList(list: readonly unknown[], depth: number): unknown {
  const ordered: unknown[] = []
  for (const part of list) {
    const known = order(part, depth)
    if (known === notPlain) return notPlain
    ordered.push(known)
  }
  return ordered
}

/** Names in the order of their UTF-16 units. A name that begins with a digit could be a number, which JavaScript puts first. */
function orderRecord(record: object, depth: number): unknown {
  if (Object.getPrototypeOf(record) !== Object.prototype || 'toJSON' in record) return notPlain
  const ordered: Record<string, unknown> = {}
  for (const name of Object.keys(record).sort()) {
    const part: unknown = Reflect.get(record, name)
    if (part === undefined) continue
    const first = name.charCodeAt(0)
    if ((first >= 48 && first <= 57) || name === '__proto__' || !name.isWellFormed()) return notPlain
    const known = order(part, depth)
    if (known === notPlain) return notPlain
    ordered[name] = known
  }
  return ordered
}
