/** The value at `path` (`report.references.0`) in an answer of any shape; `undefined` where there is none. */
export function readAt(body: unknown, path: string): unknown {
  let current = body
  for (const key of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    current = Reflect.get(current, key)
  }
  return current
}

/** `body` with `value` at `path`; objects on the way are made. Keys that could reach an object's prototype are left out. */
export function putAt(body: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [key = '', ...rest] = path.split('.')
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') return body
  if (rest.length === 0) return { ...body, [key]: value }
  const inner = body[key]
  return { ...body, [key]: putAt(isRecord(inner) ? inner : {}, rest.join('.'), value) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
