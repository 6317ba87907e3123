import type { CanvasEdge } from './canvas-edges.ts'
import type { CanvasNode } from './canvas-nodes.ts'
import type { Area } from './use-seen-area.ts'

/** What is painted, and where. */
export interface FarPicture {
  edges: readonly CanvasEdge[]
  /** Cards; none while they are drawn one by one. */
  nodes: readonly CanvasNode[]
  area: Area
  /** Pixels of the picture for one of the canvas. */
  scale: number
  /** A value of a token, in the theme that is on. */
  colourOf: (token: string) => string
}

/** Paints edges and cards as they look from afar, in few strokes: a thousand cost a few milliseconds. */
export function paintFar(context: CanvasRenderingContext2D, picture: FarPicture): void {
  const { area, scale, colourOf } = picture
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  context.setTransform(scale, 0, 0, scale, -area.left * scale, -area.top * scale)
  // Every piece of an edge lies or stands: filled rectangles are painted many times faster than lines.
  const thick = Math.max(1.8, 0.8 / scale)
  context.fillStyle = colourOf('--edge')
  for (const { points } of picture.edges)
    for (let index = 1; index < points.length; index++) {
      const from = points[index - 1]
      const to = points[index]
      if (!from || !to) continue
      const left = Math.min(from.x, to.x) - thick / 2
      const top = Math.min(from.y, to.y) - thick / 2
      context.fillRect(left, top, Math.abs(from.x - to.x) + thick, Math.abs(from.y - to.y) + thick)
    }
  paintCards(context, picture)
}

function paintCards(context: CanvasRenderingContext2D, { nodes, area, colourOf }: FarPicture) {
  const seen = nodes.filter(({ type, position: { x, y }, width = 0, height = 0 }) => {
    const inside = x < area.right && x + width > area.left && y < area.bottom && y + height > area.top
    return inside && type === 'card'
  })
  for (const chosen of [false, true]) {
    const rim = chosen ? 12 : 3
    context.fillStyle = colourOf(chosen ? '--accent' : '--line-strong')
    for (const { selected = false, position, width = 0, height = 0 } of seen)
      if (selected === chosen) context.fillRect(position.x - rim, position.y - rim, width + 2 * rim, height + 2 * rim)
  }
  context.fillStyle = colourOf('--surface')
  for (const {
    position: { x, y },
    width = 0,
    height = 0,
  } of seen)
    context.fillRect(x, y, width, height)
  const groups = new Map<string, CanvasNode[]>()
  for (const node of seen) {
    const { kind, category } = node.data.card
    const token = kind === 'unknown' ? '--line-strong' : `--node-${category}`
    groups.set(token, [...(groups.get(token) ?? []), node])
  }
  for (const [token, group] of groups) {
    context.fillStyle = colourOf(token)
    for (const { position, width = 0 } of group) {
      context.fillRect(position.x, position.y, width, 16)
      context.fillRect(position.x + width / 2 - 26, position.y + 24, 52, 40)
    }
  }
  for (const [token, count] of [
    ['--waiting', ({ data }: CanvasNode) => (data.faults === 0 ? data.advice : 0)],
    ['--emergency', ({ data }: CanvasNode) => data.faults],
  ] as const) {
    context.fillStyle = colourOf(token)
    for (const node of seen) {
      if (count(node) === 0) continue
      context.beginPath()
      context.arc(node.position.x + (node.width ?? 0), node.position.y, 30, 0, Math.PI * 2)
      context.fill()
    }
  }
}
