import type { Flow } from '../../../schema/flow.ts'
import type { Box } from '../commands/frame-nodes.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest box from `from` in that direction: straight ahead counts more than far aside. */
export function findNearest(boxes: ReadonlyMap<string, Box>, from: string, direction: Direction): string | undefined {
  const start = boxes.get(from)
  if (!start) return undefined
  let nearest: string | undefined
  let shortest = Number.POSITIVE_INFINITY
  for (const [id, box] of boxes) {
    if (id === from) continue
    const dx = box.x + box.width / 2 - (start.x + start.width / 2)
    const dy = box.y + box.height / 2 - (start.y + start.height / 2)
    const along = direction === 'left' ? -dx : direction === 'right' ? dx : direction === 'up' ? -dy : dy
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx)
    if (along <= 8 || aside > along * 3) continue
    const far = along + aside * 1.6
    if (far < shortest) {
      shortest = far
      nearest = id
    }
  }
  return nearest
}

/** The order in which a contact can meet the nodes: from the start, outcome by outcome, the rest afterwards. */
export function pathOrder(flow: Flow): string[] {
  const out = new Map<string, string[]>()
  for (const edge of flow.edges) out.set(edge.source, [...(out.get(edge.source) ?? []), edge.target])
  const order = new Set<string>()
  const visit = (id: string) => {
    const waiting = [id]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (order.has(next)) continue
      order.add(next)
      waiting.push(...(out.get(next) ?? []).toReversed())
    }
  }
  for (const node of flow.nodes) if (node.type === 'start') visit(node.id)
  for (const node of flow.nodes) visit(node.id)
  const known = new Set(flow.nodes.map((node) => node.id))
  return [...order].filter((id) => known.has(id))
}
