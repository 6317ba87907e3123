import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useReactFlow } from 'reactflow'
import { isPressed, isSingle, type KeyLine, useSingleKeys } from '../../ui/keys.ts'
import { useBuilder } from '../builder-context.tsx'
import { builderKeys } from '../builder-keys.ts'
import { canEnter } from '../commands/connect.ts'
import type { Linking } from './canvas-nodes.ts'
import { type Direction, findNearest, pathOrder } from './find-near.ts'
import { focusInspector } from './focus-canvas.ts'
import { leadKey, type Scene } from './scene.ts'
import type { Connecting } from './use-connecting.ts'
import { duration } from './use-in-view.ts'

const arrows: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

function directionOf(event: KeyboardEvent): Direction {
  return arrows[event.key] ?? 'right'
}

/** The keyboard of the canvas. Single letters work only while it has the focus. */
export function useCanvasKeys(scene: Scene, connecting: Connecting, tidy: () => void) {
  const { store, actions } = useBuilder()
  const { fitView, zoomIn, zoomOut } = useReactFlow()
  const [linking, setLinking] = useState<Linking>()
  const [said, setSaid] = useState('')
  const visited = useRef(new Set<string>())
  const single = useSingleKeys((state) => state.on)

  const cancel = useCallback(() => setLinking(undefined), [])
  const openInspector = useCallback(() => requestAnimationFrame(focusInspector), [])

  function goTo(id: string | undefined) {
    if (id !== undefined) store.getState().focus(id)
  }

  function onLinkKey(event: KeyboardEvent, link: Linking): boolean {
    const card = scene.cards.get(link.node)
    const outcomes = card?.outcomes ?? []
    const direction = arrows[event.key]
    if (event.key === 'Escape') setLinking(undefined)
    else if (link.target === undefined && (direction === 'up' || direction === 'down')) {
      const at = outcomes.findIndex(({ id }) => id === link.outcome)
      const next = outcomes[(at + (direction === 'up' ? -1 : 1) + outcomes.length) % outcomes.length]
      if (next) setLinking({ ...link, outcome: next.id })
    } else if (link.target === undefined && (event.key === 'Enter' || direction === 'right' || direction === 'left')) {
      const current = scene.leads.get(leadKey(link.node, link.outcome))?.target
      const target =
        current ?? findTarget(link.node, 'right') ?? findTarget(link.node, 'down') ?? findTarget(link.node, 'left')
      if (target) setLinking({ ...link, target })
      else {
        setLinking(undefined)
        connecting.openAt({ node: link.node, outcome: link.outcome })
      }
    } else if (direction && link.target !== undefined) {
      const target = findTarget(link.target, direction)
      if (target) setLinking({ ...link, target })
    } else if (event.key === 'Enter' && link.target !== undefined) {
      actions.connect(link.node, link.outcome, link.target)
      setSaid(`Connected to ${scene.cards.get(link.target)?.title ?? link.target}.`)
      setLinking(undefined)
    } else if (event.key === '/') {
      setLinking(undefined)
      connecting.openAt({ node: link.node, outcome: link.outcome })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      actions.disconnect(link.node, link.outcome)
      setLinking(undefined)
    } else return false
    return true
  }

  function findTarget(from: string, direction: Direction): string | undefined {
    const possible = new Map([...scene.boxes].filter(([id]) => id === from || canEnter(scene.flow, id)))
    return findNearest(possible, from, direction)
  }

  function follow(back: boolean): boolean {
    const { active } = store.getState().view
    const order = pathOrder(scene.flow)
    const at = active === undefined ? -1 : order.indexOf(active)
    const next = active === undefined ? order[0] : order[at + (back ? -1 : 1)]
    if (next === undefined || visited.current.has(`${back} ${next}`)) return false
    visited.current.add(`${back} ${next}`)
    goTo(next)
    return true
  }

  function startLinking() {
    const { active } = store.getState().view
    const outcomes = active === undefined ? [] : (scene.cards.get(active)?.outcomes ?? [])
    const free = outcomes.find(({ id }) => !scene.leads.has(leadKey(active ?? '', id))) ?? outcomes[0]
    if (active !== undefined && free) setLinking({ node: active, outcome: free.id, target: undefined })
  }

  function nudge(direction: Direction, by: number) {
    const dx = direction === 'left' ? -by : direction === 'right' ? by : 0
    actions.nudge(dx, direction === 'up' ? -by : direction === 'down' ? by : 0)
  }

  function goNear(direction: Direction) {
    const { active } = store.getState().view
    goTo(active === undefined ? pathOrder(scene.flow)[0] : findNearest(scene.boxes, active, direction))
  }

  /** Takes the nearest node into the selection; where it is in already, lets go of the one that was left. */
  function extend(direction: Direction) {
    const { active, nodes } = store.getState().view
    const next = active === undefined ? undefined : findNearest(scene.boxes, active, direction)
    if (next === undefined) return goNear(direction)
    const gone = nodes.includes(next) ? active : next
    const chosen = [...nodes.filter((id) => id !== next && id !== gone), next]
    store.getState().select(chosen)
    setSaid(chosen.length === 1 ? '1 node selected.' : `${chosen.length} nodes selected.`)
  }

  /** What a press means here; `false` when nothing came of it and the browser shall go on. */
  const meanings: [KeyLine, (event: KeyboardEvent) => boolean | void][] = [
    [builderKeys.nearest, (event) => goNear(directionOf(event))],
    [builderKeys.extend, (event) => extend(directionOf(event))],
    [builderKeys.nudge, (event) => nudge(directionOf(event), 8)],
    [builderKeys.nudgeFar, (event) => nudge(directionOf(event), 64)],
    [builderKeys.follow, () => follow(false)],
    [builderKeys.followBack, () => follow(true)],
    [builderKeys.open, openInspector],
    [builderKeys.leave, () => store.getState().select([])],
    [builderKeys.remove, actions.deleteChosen],
    [builderKeys.add, () => connecting.openAt()],
    [builderKeys.link, startLinking],
    [builderKeys.zoomIn, () => void zoomIn({ duration: duration() })],
    [builderKeys.zoomOut, () => void zoomOut({ duration: duration() })],
    [builderKeys.fit, () => void fitView({ duration: duration(), padding: 0.12, maxZoom: 1 })],
    [builderKeys.duplicate, actions.duplicate],
    [builderKeys.frame, actions.frame],
    [builderKeys.all, actions.selectAll],
    [builderKeys.tidy, tidy],
  ]

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target
    if (target instanceof HTMLElement && !target.classList.contains('react-flow')) return
    if (event.key !== 'Tab') visited.current.clear()
    const inLinking = linking && !event.ctrlKey && !event.metaKey
    if (inLinking ? !onLinkKey(event, linking) : !onPlainKey(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  function onPlainKey(event: KeyboardEvent): boolean {
    const found = meanings.find(([line]) => isPressed(event, line) && (single || !isSingle(line)))
    return found !== undefined && found[1](event) !== false
  }

  const onBlur = useCallback(() => {
    visited.current.clear()
  }, [])
  return { linking, said, onKeyDown, onBlur, cancel, openInspector }
}
