import { useLayoutEffect, useMemo, useRef } from 'react'
import { useStore, ViewportPortal } from 'reactflow'
import type { CanvasEdge } from './canvas-edges.ts'
import type { CanvasNode } from './canvas-nodes.ts'
import styles from './far-view.module.css'
import { paintFar } from './paint-far.ts'
import { type Area, useSeenArea } from './use-seen-area.ts'
import { readTokens, useThemeOnPage } from './use-theme-on-page.ts'

/** A flow that needs no more pixels is painted whole, once, and moving about paints nothing. */
const mostPixels = 8_000_000
/** Lines run round the outermost cards. */
const margin = 400

interface FarViewProps {
  edges: readonly CanvasEdge[]
  nodes: readonly CanvasNode[]
  /** Cards are painted too, not only edges. */
  cards: boolean
}

/**
 * The flow from afar, as one picture below the cards: it moves with the canvas, and is painted again only when something
 * changes, the view leaves it, or the zoom does. The cards themselves stay on the page, without looks, for everything that
 * is done with them.
 */
export function FarView({ edges, nodes, cards }: FarViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const zoom = useStore((state) => state.transform[2])
  const theme = useThemeOnPage()
  const scale = zoom * Math.min(2, window.devicePixelRatio)
  const seen = useSeenArea()
  const all = useMemo(() => extentOf(nodes), [nodes])
  const whole = (all.right - all.left) * (all.bottom - all.top) * scale * scale < mostPixels
  const area = whole ? all : seen
  const width = Math.max(1, area.right - area.left)
  const height = Math.max(1, area.bottom - area.top)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const colourOf = readTokens(context.canvas)
    paintFar(context, { edges, nodes: cards ? nodes : [], area, scale, colourOf })
  }, [edges, nodes, cards, area, scale, theme])

  return (
    <ViewportPortal>
      <canvas
        ref={canvas}
        className={styles.picture}
        width={Math.round(width * scale)}
        height={Math.round(height * scale)}
        style={{ left: area.left, top: area.top, width, height }}
      />
    </ViewportPortal>
  )
}

function extentOf(nodes: readonly CanvasNode[]): Area {
  const area = { left: 0, top: 0, right: 0, bottom: 0 }
  for (const { position, width = 0, height = 0 } of nodes) {
    area.left = Math.min(area.left, position.x - margin)
    area.top = Math.min(area.top, position.y - margin)
    area.right = Math.max(area.right, position.x + width + margin)
    area.bottom = Math.max(area.bottom, position.y + height + margin)
  }
  return area
}
