import { z } from 'zod'
import type { Flow } from './flow.ts'
import { type NodeCategory, type NodeDefinitions, nodeCategories } from './node-definition.ts'

const Place = z.int().min(0).max(1_000)

/** A flow drawn small, in a box of 240 by 116: cards by category, and lines between their middles. No words of it. */
export const FlowPicture = z.object({
  boxes: z.array(z.tuple([Place, Place, Place, Place, z.enum(nodeCategories)])),
  lines: z.array(z.tuple([Place, Place, Place, Place])),
})
export type FlowPicture = z.infer<typeof FlowPicture>

export const pictureSize = { width: 240, height: 116 }
const margin = 10
const card = { width: 180, height: 84 }
/** More cards than these cannot be told apart at that size. */
const mostBoxes = 160
/** A card is drawn at least so large, and a small flow not larger than this. */
const least = { width: 5, height: 3 }
const largest = 0.2

/** The picture of `flow`. Notes and frames are left out. */
export function toFlowPicture(flow: Pick<Flow, 'nodes' | 'edges'>, definitions: NodeDefinitions): FlowPicture {
  const nodes = flow.nodes.filter((node) => node.type !== 'note').slice(0, mostBoxes)
  if (nodes.length === 0) return { boxes: [], lines: [] }
  const left = Math.min(...nodes.map(({ position }) => position.x))
  const top = Math.min(...nodes.map(({ position }) => position.y))
  const wide = Math.max(...nodes.map(({ position }) => position.x)) - left + card.width
  const high = Math.max(...nodes.map(({ position }) => position.y)) - top + card.height
  const room = { width: pictureSize.width - 2 * margin, height: pictureSize.height - 2 * margin }
  const scale = { x: Math.min(room.width / wide, largest), y: Math.min(room.height / high, largest) }
  const offset = {
    x: margin + (room.width - wide * scale.x) / 2,
    y: margin + (room.height - high * scale.y) / 2,
  }
  const size = {
    width: Math.max(least.width, Math.round(card.width * scale.x * 0.8)),
    height: Math.max(least.height, Math.round(card.height * scale.y * 0.8)),
  }
  const places = new Map(
    nodes.map(({ id, position }) => [
      id,
      {
        x: Math.round(offset.x + (position.x - left) * scale.x),
        y: Math.round(offset.y + (position.y - top) * scale.y),
      },
    ]),
  )
  const categoryOf = (type: string): NodeCategory => definitions.get(type)?.category ?? 'canvas'
  const middle = size.height / 2
  return {
    boxes: nodes.flatMap(({ id, type }): FlowPicture['boxes'] => {
      const place = places.get(id)
      return place ? [[place.x, place.y, size.width, size.height, categoryOf(type)]] : []
    }),
    lines: flow.edges.flatMap(({ source, target }): FlowPicture['lines'] => {
      const [from, to] = [places.get(source), places.get(target)]
      if (!from || !to) return []
      return [[from.x + size.width, Math.round(from.y + middle), to.x, Math.round(to.y + middle)]]
    }),
  }
}
