import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { useReactFlow } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
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

/** The keyboard of the canvas. Single letters work only while it has the focus. */
export function useCanvasKeys(scene: Scene, connecting: Connecting) {
  const { store, actions } = useBuilder()
  const { fitView, zoomIn, zoomOut } = useReactFlow()
  const [linking, setLinking] = useState<Linking>()
  const [said, setSaid] = useState('')
  const visited = useRef(new Set<string>())

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

  function onArrow(event: KeyboardEvent, direction: Direction): void {
    if (event.altKey) {
      const far = event.shiftKey ? 64 : 8
      const dx = direction === 'left' ? -far : direction === 'right' ? far : 0
      actions.nudge(dx, direction === 'up' ? -far : direction === 'down' ? far : 0)
      return
    }
    const { active } = store.getState().view
    goTo(active === undefined ? pathOrder(scene.flow)[0] : findNearest(scene.boxes, active, direction))
  }

  function onPlainKey(event: KeyboardEvent): boolean {
    const direction = arrows[event.key]
    if (direction) onArrow(event, direction)
    else if (event.key === 'Tab') return follow(event.shiftKey)
    else if (event.key === 'Enter') openInspector()
    else if (event.key === 'Escape') store.getState().select([])
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.deleteChosen()
    else if (event.key === '/') connecting.openAt()
    else if (event.key === 'o' || event.key === 'O') startLinking()
    else if (event.key === '+' || event.key === '=') void zoomIn({ duration: duration() })
    else if (event.key === '-') void zoomOut({ duration: duration() })
    else if (event.shiftKey && event.code === 'Digit1')
      void fitView({ duration: duration(), padding: 0.12, maxZoom: 1 })
    else return false
    return true
  }

  function onControlKey(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase()
    if (key === 'd') actions.duplicate()
    else if (key === 'g') actions.frame()
    else if (key === 'a') actions.selectAll()
    else return false
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target
    if (target instanceof HTMLElement && !target.classList.contains('react-flow')) return
    if (event.key !== 'Tab') visited.current.clear()
    const handled =
      event.ctrlKey || event.metaKey ? onControlKey(event) : linking ? onLinkKey(event, linking) : onPlainKey(event)
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }

  const onBlur = useCallback(() => {
    visited.current.clear()
  }, [])
  return { linking, said, onKeyDown, onBlur, cancel, openInspector }
}
