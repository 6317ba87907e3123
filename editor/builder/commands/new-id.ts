import type { Flow } from '../../../schema/flow.ts'

/** A short id that reads well and is free in `flow`: `message`, then `message-2`. */
export function newNodeId(flow: Flow, wanted: string, taken: ReadonlySet<string> = new Set()): string {
  const ids = new Set([...flow.nodes.map((node) => node.id), ...taken])
  const base = toId(wanted)
  if (!ids.has(base)) return base
  for (let number = 2; ; number++) {
    const id = `${base}-${number}`
    if (!ids.has(id)) return id
  }
}

/** The next free id of an edge: `e12`. */
export function newEdgeId(flow: Flow): string {
  let highest = 0
  for (const edge of flow.edges) highest = Math.max(highest, Number(/^e(\d+)$/.exec(edge.id)?.[1] ?? 0))
  return `e${highest + 1}`
}

/** `words` as an id: small letters and hyphens, without a counting tail, at most 48 characters. */
export function toId(words: string): string {
  const id = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
    .replace(/-\d+$/, '')
  return id === '' ? 'node' : id
}
