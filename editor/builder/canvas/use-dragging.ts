import { useCallback, useRef, useState } from 'react'
import type { OnNodeDrag } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import { liesIn } from '../commands/frame-nodes.ts'
import { snap } from '../commands/move-nodes.ts'
import type { CanvasNode } from './canvas-nodes.ts'
import { distanceToLine } from './edge-path.ts'
import type { Places, Scene } from './scene.ts'

const nearEdge = 24

/** A drag of nodes: it shows at once, and becomes one step when it is let go. What lies in a frame moves with it. */
export function useDragging() {
  const { scene, actions } = useBuilder()
  const [places, setPlaces] = useState<Places>()
  const [overEdge, setOverEdge] = useState<string>()
  const carried = useRef<ReadonlyMap<string, { x: number; y: number }>>(new Map())
  const grabbed = useRef({ x: 0, y: 0 })

  const toPlaces = useCallback((nodes: readonly CanvasNode[], first: CanvasNode): Places => {
    const dx = first.position.x - grabbed.current.x
    const dy = first.position.y - grabbed.current.y
    const moved = new Map<string, { x: number; y: number }>()
    for (const [id, place] of carried.current) moved.set(id, { x: snap(place.x + dx), y: snap(place.y + dy) })
    for (const node of nodes) moved.set(node.id, { x: snap(node.position.x), y: snap(node.position.y) })
    return moved
  }, [])

  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const now = scene()
      grabbed.current = now.boxes.get(node.id) ?? node.position
      carried.current = insideFrames(now, nodes)
    },
    [scene],
  )
  const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const next = toPlaces(nodes, node)
      setPlaces(next)
      setOverEdge(next.size === 1 ? findEdgeUnder(scene(), node.id, next) : undefined)
    },
    [scene, toPlaces],
  )
  const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(
    (_event, node, nodes) => {
      const next = toPlaces(nodes, node)
      const edge = next.size === 1 ? findEdgeUnder(scene(), node.id, next) : undefined
      actions.move(next, edge === undefined ? undefined : { edge, node: node.id })
      setPlaces(undefined)
      setOverEdge(undefined)
    },
    [scene, actions, toPlaces],
  )
  return { places, overEdge, handlers: { onNodeDragStart, onNodeDrag, onNodeDragStop } }
}

/** Places of what lies in the dragged frames and is not dragged itself. */
function insideFrames(scene: Scene, nodes: readonly CanvasNode[]): Places {
  const dragged = new Set(nodes.map((node) => node.id))
  const inside = new Map<string, { x: number; y: number }>()
  for (const node of nodes) {
    const frame = scene.boxes.get(node.id)
    if (!frame || scene.cards.get(node.id)?.kind !== 'frame') continue
    for (const [id, box] of scene.boxes)
      if (!dragged.has(id) && liesIn(box, frame)) inside.set(id, { x: box.x, y: box.y })
  }
  return inside
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
