import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type ReactFlowState, useReactFlow, useStoreApi } from 'reactflow'
import type { CanvasNode } from './canvas-nodes.ts'
import styles from './small-picture.module.css'
import { readTokens, useThemeOnPage } from './use-theme-on-page.ts'

/** In pixels of the screen. */
const size = { width: 170, height: 108 }
const margin = 4
/** A card is never smaller than this, so that a large flow is still seen. */
const least = 1.5

/** Where the canvas's origin lies in the picture, and pixels of the picture for one of the canvas. */
interface Fit {
  x: number
  y: number
  scale: number
}

/**
 * The whole flow in small, painted once a change, and a frame round what is on the screen, which is all that moves when
 * the canvas does. A press or a drag takes the canvas there, the wheel goes nearer; it has no focus, for keys move about
 * on the canvas itself.
 */
export function SmallPicture({ nodes }: { nodes: readonly CanvasNode[] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const flowStore = useStoreApi()
  const { setCenter, getZoom, zoomTo } = useReactFlow()
  const theme = useThemeOnPage()
  const fit = useMemo(() => fitOf(nodes), [nodes])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) paint(context, nodes, fit)
  }, [nodes, fit, theme])

  useEffect(() => {
    const place = ({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
      const style = view.current?.style
      if (!style) return
      const scale = fit.scale / zoom
      style.transform = `translate(${fit.x - x * scale}px, ${fit.y - y * scale}px)`
      style.width = `${width * scale}px`
      style.height = `${height * scale}px`
    }
    place(flowStore.getState())
    return flowStore.subscribe(place)
  }, [flowStore, fit])

  function goTo(event: PointerEvent<HTMLDivElement>) {
    if (event.buttons !== 1) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const box = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - box.left - fit.x) / fit.scale
    const y = (event.clientY - box.top - fit.y) / fit.scale
    void setCenter(x, y, { zoom: getZoom() })
  }

  const density = Math.min(2, window.devicePixelRatio)
  return (
    <div
      className={styles.picture}
      role="img"
      aria-label="Small picture of the flow"
      style={size}
      onPointerDown={goTo}
      onPointerMove={goTo}
      onWheel={({ deltaY }) => void zoomTo(getZoom() * 2 ** (-deltaY / 400))}
    >
      <canvas ref={canvas} width={size.width * density} height={size.height * density} style={size} />
      <div ref={view} className={styles.view} />
    </div>
  )
}

function fitOf(nodes: readonly CanvasNode[]): Fit {
  const left = Math.min(...nodes.map(({ position }) => position.x))
  const top = Math.min(...nodes.map(({ position }) => position.y))
  const width = Math.max(...nodes.map(({ position, width = 0 }) => position.x + width)) - left
  const height = Math.max(...nodes.map(({ position, height = 0 }) => position.y + height)) - top
  const scale = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height, 0.12)
  if (!Number.isFinite(scale)) return { x: size.width / 2, y: size.height / 2, scale: 0.12 }
  return {
    x: (size.width - width * scale) / 2 - left * scale,
    y: (size.height - height * scale) / 2 - top * scale,
    scale,
  }
}

function paint(context: CanvasRenderingContext2D, nodes: readonly CanvasNode[], fit: Fit): void {
  const colourOf = readTokens(context.canvas)
  const density = context.canvas.width / size.width
  context.setTransform(density, 0, 0, density, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  for (const { type, position, width = 0, height = 0, data } of nodes) {
    if (type === 'frame') continue
    const { kind, category } = data.card
    const token = kind === 'note' ? '--note-line' : kind === 'unknown' ? '--line-strong' : `--node-${category}`
    context.globalAlpha = kind === 'card' ? 0.55 : 1
    context.fillStyle = colourOf(token)
    const at = { x: fit.x + position.x * fit.scale, y: fit.y + position.y * fit.scale }
    context.fillRect(at.x, at.y, Math.max(least, width * fit.scale), Math.max(least, height * fit.scale))
  }
}
