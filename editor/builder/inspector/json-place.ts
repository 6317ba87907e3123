/** A stretch of a text, in characters. */
export interface Stretch {
  from: number
  to: number
}

/**
 * Where the value at `path` ("intents.2.label") stands in a text that is JSON; of a value that is not there, where the
 * nearest one around it stands.
 */
export function findJsonPlace(text: string, path: string): Stretch {
  const wanted = path.split('.')
  let at = 0
  let reached = 0
  let found: Stretch = { from: 0, to: 1 }
  readValue(0)
  return found

  /** `matched` says how many steps of the path lead here; -1 is beside it. */
  function readValue(matched: number): void {
    skipSpace()
    const from = at
    const first = text.charAt(at)
    if (first === '{') readParts('}', matched)
    else if (first === '[') readParts(']', matched)
    else if (first === '"') readString()
    else while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at++
    if (matched <= reached) return
    reached = matched
    found = { from, to: at }
  }

  function readParts(close: string, matched: number): void {
    at++
    for (let index = 0; at < text.length; index++) {
      skipSpace()
      if (text.charAt(at) === close) break
      const key = close === '}' ? readString() : String(index)
      skipSpace()
      if (close === '}') at++
      readValue(matched >= 0 && key === wanted[matched] ? matched + 1 : -1)
      skipSpace()
      if (text.charAt(at) === ',') at++
    }
    at++
  }

  function readString(): string {
    const from = at
    at++
    while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
    at++
    return String(JSON.parse(text.slice(from, at)))
  }

  function skipSpace(): void {
    while (/\s/.test(text.charAt(at))) at++
  }
}
