import { useEffect } from 'react'
import { useReactFlow, useStoreApi } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'

const margin = 32

/** Brings a node into view, by the shortest way, when the keys, a press on a problem, or a simulation came to it. */
export function useInView(active: string | undefined) {
  const { scene } = useBuilder()
  const { getViewport, setViewport } = useReactFlow()
  const flowStore = useStoreApi()
  useEffect(() => {
    const box = active === undefined ? undefined : scene().boxes.get(active)
    if (!box) return
    const { width, height } = flowStore.getState()
    const { x, y, zoom } = getViewport()
    const dx = shift(box.x * zoom + x, box.width * zoom, width)
    const dy = shift(box.y * zoom + y, box.height * zoom, height)
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: duration() })
  }, [active, scene, getViewport, setViewport, flowStore])
}

function shift(start: number, size: number, room: number): number {
  if (room === 0) return 0
  if (start < margin) return margin - start
  const over = start + size - (room - margin)
  return over > 0 ? -Math.min(over, start - margin) : 0
}

/** Time of moves on the canvas, in milliseconds; none for people who want less motion. */
export function duration(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240
}
