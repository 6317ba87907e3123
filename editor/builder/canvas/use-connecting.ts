import { type DragEvent, useCallback, useMemo, useState } from 'react'
import { type Connection, type OnConnectEnd, useReactFlow } from 'reactflow'
import type { NodeDefinition } from '../../../schema/node-definition.ts'
import { useBuilder } from '../builder-context.tsx'
import type { Loose } from '../store/actions.ts'
import { cardWidth } from './card.ts'
import { labelPlace } from './edge-path.ts'
import { findCardAt } from './find-card-at.ts'
import type { Point } from './route-edges.ts'
import { leadKey, type Scene } from './scene.ts'
import { findEdgeAt } from './use-dragging.ts'

/** The list of node types, open at a place. */
interface Chooser {
  screen: Point
  at: Point
  from?: Loose
  /** What is chosen goes in between. */
  edge?: string
}

export type Connecting = ReturnType<typeof useConnecting>

/**
 * Connections by pointer. From an outcome to a card connects; to empty canvas asks for the next node and puts it there,
 * connected. A type dropped on an edge goes in between.
 */
export function useConnecting(scene: Scene) {
  const { actions, store } = useBuilder()
  const { screenToFlowPosition, flowToScreenPosition } = useReactFlow()
  const [chooser, setChooser] = useState<Chooser>()
  const [overEdge, setOverEdge] = useState<string>()

  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      if (sourceHandle) actions.connect(source, sourceHandle, target)
    },
    [actions],
  )
  const onConnectEnd: OnConnectEnd = useCallback(
    (event, connection) => {
      const { fromNode, fromHandle, toHandle } = connection
      if (toHandle || !fromNode || !fromHandle?.id || fromHandle.type !== 'source') return
      const pointer = 'changedTouches' in event ? event.changedTouches[0] : event
      if (!pointer) return
      const screen = { x: pointer.clientX, y: pointer.clientY }
      const at = screenToFlowPosition(screen, { snapToGrid: false })
      const under = findCardAt(scene, at)
      if (under === fromNode.id) return
      if (under !== undefined) actions.connect(fromNode.id, fromHandle.id, under)
      else setChooser({ screen, at: { x: at.x, y: at.y - 24 }, from: { node: fromNode.id, outcome: fromHandle.id } })
    },
    [actions, scene, screenToFlowPosition],
  )

  /**
   * Opens the list beside a node, or in the middle of the view. What is chosen is led to from `from`, else from the first
   * outcome of the active node that leads nowhere. Where the outcome leads somewhere already, it goes in between.
   */
  const openAt = useCallback(
    (wanted?: Loose) => {
      const { active } = store.getState().view
      const from = wanted ?? firstLoose(scene, active)
      const box = scene.boxes.get(from?.node ?? active ?? '')
      const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
      const middle = screenToFlowPosition({
        x: (canvas?.left ?? 0) + (canvas?.width ?? 0) / 2 - 90,
        y: (canvas?.top ?? 0) + (canvas?.height ?? 0) / 3,
      })
      const at = box ? findRoom(scene, { x: box.x + box.width + 56, y: box.y }) : middle
      const edge = wanted && scene.leads.get(leadKey(wanted.node, wanted.outcome))?.id
      setChooser({ at, screen: flowToScreenPosition(at), ...(from ? { from } : {}), ...(edge ? { edge } : {}) })
    },
    [store, scene, screenToFlowPosition, flowToScreenPosition],
  )
  /** Opens the list on the line of an edge. */
  const openOnEdge = useCallback(
    (edge: string) => {
      const line = scene.lines.get(edge)
      if (!line) return
      const { labelX, labelY } = labelPlace(line)
      const at = { x: labelX - cardWidth / 2, y: labelY - 24 }
      setChooser({ at, screen: flowToScreenPosition({ x: labelX, y: labelY }), edge })
    },
    [scene, flowToScreenPosition],
  )

  const drop = useCallback(
    (definition: NodeDefinition, at: Point, isFrame: boolean) => {
      const edge = findEdgeAt(scene, at)
      const place = { x: at.x - cardWidth / 2, y: at.y - 24 }
      setOverEdge(undefined)
      if (isFrame) actions.addFrame(place)
      else actions.add(definition, place, edge && definition.category !== 'canvas' ? { edge } : {})
    },
    [actions, scene],
  )
  const onDragOver = useCallback(
    (event: DragEvent) => {
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOverEdge(findEdgeAt(scene, screenToFlowPosition({ x: event.clientX, y: event.clientY })))
    },
    [scene, screenToFlowPosition],
  )
  const onDragLeave = useCallback(() => setOverEdge(undefined), [])
  const choose = useCallback(
    (definition: NodeDefinition, isFrame: boolean) => {
      if (!chooser) return
      const { at, edge, from } = chooser
      const apart = definition.category === 'canvas' || definition.type === 'start'
      if (isFrame) actions.addFrame(at)
      else actions.add(definition, at, apart ? {} : edge ? { edge } : from ? { from } : {})
    },
    [chooser, actions],
  )
  const close = useCallback(() => setChooser(undefined), [])
  const handlers = useMemo(() => ({ onConnect, onConnectEnd }), [onConnect, onConnectEnd])
  return { chooser, overEdge, handlers, openAt, openOnEdge, choose, close, drop, onDragOver, onDragLeave }
}

/** The first outcome of a node that leads nowhere. */
function firstLoose(scene: Scene, node: string | undefined): Loose | undefined {
  if (node === undefined) return undefined
  const outcome = scene.cards.get(node)?.outcomes.find(({ id }) => !scene.leads.has(leadKey(node, id)))
  return outcome && { node, outcome: outcome.id }
}

/** A place near `wanted` where a new card covers none. */
export function findRoom(scene: Scene, wanted: Point): Point {
  const room = { width: 180, height: 90 }
  let { y } = wanted
  for (let tries = 0; tries < 40; tries++) {
    const hit = [...scene.boxes].find(
      ([id, box]) =>
        scene.cards.get(id)?.kind !== 'frame' &&
        wanted.x < box.x + box.width + 16 &&
        wanted.x + room.width + 16 > box.x &&
        y < box.y + box.height + 16 &&
        y + room.height + 16 > box.y,
    )
    if (!hit) break
    y = hit[1].y + hit[1].height + 24
  }
  return { x: wanted.x, y }
}
