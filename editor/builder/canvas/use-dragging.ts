import { useCallback, useRef, useState } from 'react'
import type { OnNodeDrag } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import { insideFrames } from '../commands/inside-frames.ts'
import { snap } from '../commands/move-nodes.ts'
import type { CanvasNode } from './canvas-nodes.ts'
import { distanceToLine } from './edge-path.ts'
import { findGuides, type Guide } from './find-guides.ts'
import type { Places, Scene } from './scene.ts'

const nearEdge = 24
const none: readonly Guide[] = []

/** A drag of nodes: it shows at once, and becomes one step when it is let go. What lies in a frame moves with it. */
export function useDragging() {
  const { scene, actions } = useBuilder()
  const [places, setPlaces] = useState<Places>()
  const [overEdge, setOverEdge] = useState<string>()
  const [guides, setGuides] = useState<readonly Guide[]>(none)
  const carried = useRef<ReadonlyMap<string, { x: number; y: number }>>(new Map())
  const grabbed = useRef({ x: 0, y: 0 })

  /** Where everything that is dragged goes: on the grid, and into line with others. */
  const toPlaces = useCallback(
    (nodes: readonly CanvasNode[], first: CanvasNode): { places: Places; guides: Guide[] } => {
      const now = scene()
      const ids = new Set([...nodes.map(({ id }) => id), ...carried.current.keys()])
      const box = { ...onGrid(first.position), width: first.width ?? 0, height: first.height ?? 0 }
      const others = [...now.boxes].flatMap(([id, each]) => (ids.has(id) ? [] : [each]))
      const { dx, dy, guides } = findGuides(box, others)
      const places = new Map<string, { x: number; y: number }>()
      const put = (id: string, x: number, y: number) => {
        const on = onGrid({ x, y })
        places.set(id, { x: on.x + dx, y: on.y + dy })
      }
      const [awayX, awayY] = [first.position.x - grabbed.current.x, first.position.y - grabbed.current.y]
      for (const [id, place] of carried.current) put(id, place.x + awayX, place.y + awayY)
      for (const { id, position } of nodes) put(id, position.x, position.y)
      return { places, guides }
    },
    [scene],
  )

  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const now = scene()
      grabbed.current = now.boxes.get(node.id) ?? node.position
      carried.current = placesInside(now, nodes)
    },
    [scene],
  )
  const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const { places: next, guides } = toPlaces(nodes, node)
      setPlaces(next)
      setGuides(guides)
      setOverEdge(next.size === 1 ? findEdgeUnder(scene(), node.id, next) : undefined)
    },
    [scene, toPlaces],
  )
  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const { places: next } = toPlaces(nodes, node)
      const edge = next.size === 1 ? findEdgeUnder(scene(), node.id, next) : undefined
      actions.move(next, edge === undefined ? undefined : { edge, node: node.id })
      setPlaces(undefined)
      setGuides(none)
      setOverEdge(undefined)
    },
    [scene, actions, toPlaces],
  )
  return { places, overEdge, guides, handlers: { onNodeDragStart, onNodeDrag, onNodeDragStop } }
}

function onGrid({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: snap(x), y: snap(y) }
}

/** Places of what lies in the dragged frames and is not dragged itself. */
function placesInside({ boxes, cards }: Scene, nodes: readonly CanvasNode[]): Places {
  const ids = nodes.map(({ id }) => id)
  const inside = [...insideFrames(ids, boxes, (id) => cards.get(id)?.kind === 'frame').values()].flat()
  return new Map(inside.flatMap((id) => (boxes.has(id) ? [[id, boxes.get(id) ?? { x: 0, y: 0 }]] : [])))
}

/** The edge under the middle of a node that nothing is connected to yet: letting go inserts it there. */
function findEdgeUnder(scene: Scene, id: string, places: Places): string | undefined {
  const place = places.get(id)
  const card = scene.cards.get(id)
  if (!place || card?.kind !== 'card' || card.outcomes.length === 0 || card.typeName === 'Start') return undefined
  if (scene.flow.edges.some((edge) => edge.source === id || edge.target === id)) return undefined
  return findEdgeAt(scene, { x: place.x + card.width / 2, y: place.y + 30 })
}

/** The edge that passes near `point`. */
export function findEdgeAt(scene: Scene, point: { x: number; y: number }): string | undefined {
  let nearest: string | undefined
  let shortest = nearEdge
  for (const [id, line] of scene.lines) {
    const far = distanceToLine(point, line)
    if (far < shortest) {
      shortest = far
      nearest = id
    }
  }
  return nearest
}
