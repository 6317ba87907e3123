/** The value at `path` (`intents.2.label`) inside a node's settings; `undefined` where there is none. */
export function getPath(value: unknown, path: string): unknown {
  if (path === '') return value
  let current = value
  for (const key of path.split('.')) {
    if (Array.isArray(current)) current = current[Number(key)]
    else if (isRecord(current)) current = current[key]
    else return undefined
  }
  return current
}

/**
 * `settings` with `next` at `path`; everything off the path is shared with the old settings. `undefined` takes the
 * key away. Missing parents are made: a list where the next key is a number, an object elsewhere.
 */
export function setPath(settings: Record<string, unknown>, path: string, next: unknown): Record<string, unknown> {
  const changed = change(settings, path.split('.'), next)
  return isRecord(changed) ? changed : settings
}

function change(value: unknown, keys: readonly string[], next: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return next
  if (Array.isArray(value) || (value === undefined && /^\d+$/.test(key))) {
    const list: unknown[] = Array.isArray(value) ? [...value] : []
    list[Number(key)] = change(list[Number(key)], rest, next)
    return list
  }
  const record = isRecord(value) ? { ...value } : {}
  const changed = change(record[key], rest, next)
  if (changed === undefined) delete record[key]
  else record[key] = changed
  return record
}

/** Narrows to a plain object whose keys can be read. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
