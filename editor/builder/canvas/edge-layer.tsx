import { type MouseEvent, useCallback } from 'react'
import { ViewportPortal } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import type { CanvasEdge } from './canvas-edges.ts'
import styles from './line-edge.module.css'
import { LineEdge } from './line-edge.tsx'
import type { Point } from './route-edges.ts'
import { type Area, useSeenArea } from './use-seen-area.ts'

/** The edges that can be seen, below the cards. React Flow knows nothing of them: it would look at each with every move. */
export function EdgeLayer({ edges }: { edges: readonly CanvasEdge[] }) {
  const { store } = useBuilder()
  const area = useSeenArea()
  const onClick = useCallback(
    (event: MouseEvent) => {
      const id = event.target instanceof Element && event.target.closest('[data-edge]')?.getAttribute('data-edge')
      if (!id) return
      const { view, select } = store.getState()
      const more = event.shiftKey || event.ctrlKey || event.metaKey
      select(more ? view.nodes : [], more ? toggled(view.edges, id) : [id])
    },
    [store],
  )
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for its edges; by keyboard, O on the node does all of this */}
      <svg className={styles.layer} role="presentation" onClick={onClick}>
        {edges.map((edge) => (comesInto(area, edge.points) ? <LineEdge key={edge.id} edge={edge} /> : null))}
      </svg>
    </ViewportPortal>
  )
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]
}

const extents = new WeakMap<readonly Point[], Area>()

function comesInto(area: Area, points: readonly Point[]): boolean {
  let extent = extents.get(points)
  if (!extent) {
    const xs = points.map(({ x }) => x)
    const ys = points.map(({ y }) => y)
    extent = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
    extents.set(points, extent)
  }
  return extent.left < area.right && extent.right > area.left && extent.top < area.bottom && extent.bottom > area.top
}
