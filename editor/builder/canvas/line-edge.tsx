import { memo } from 'react'
import { BaseEdge, type ConnectionLineComponentProps, type EdgeProps } from 'reactflow'
import { classes } from '../../ui/classes.ts'
import type { CanvasEdge, CanvasNode } from './canvas-nodes.ts'
import { edgePath, labelPlace } from './edge-path.ts'
import styles from './line-edge.module.css'

/** A way from an outcome to the next node: right angles, corners of 8 px, an arrow at its end. */
export const LineEdge = memo(function LineEdge({ id, data, selected }: EdgeProps<CanvasEdge>) {
  if (!data) return null
  const { mark } = data
  const way = data.passed || mark?.onWay
  const strong = selected || data.traced || data.dropTarget || way
  const label = mark?.label === undefined ? undefined : { label: mark.label, ...labelPlace(data.points) }
  return (
    <BaseEdge
      id={id}
      path={edgePath(data.points)}
      interactionWidth={16}
      className={classes(
        styles.line,
        data.traced && styles.traced,
        (selected || data.dropTarget || way) && styles.strong,
        mark?.uncovered && styles.uncovered,
      )}
      {...label}
      labelShowBg
      labelBgPadding={labelPadding}
      labelBgBorderRadius={4}
      labelStyle={labelStyle}
      labelBgStyle={labelGround}
      markerEnd={strong ? 'url(#arrow-strong)' : 'url(#arrow)'}
    />
  )
})

const labelPadding: [number, number] = [4, 2]
const labelStyle = { fill: 'var(--text-2)', fontSize: 11.5, fontWeight: 500, fontVariantNumeric: 'tabular-nums' }
const labelGround = { fill: 'var(--app)' }

/** The arrows of the lines. They stand once on the page. */
export function Arrows() {
  return (
    <svg className={styles.markers} aria-hidden="true" focusable="false">
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M1 1l6 3-6 3z" className={styles.arrow} />
        </marker>
        <marker
          id="arrow-strong"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="5"
          markerHeight="5"
          orient="auto-start-reverse"
        >
          <path d="M1 1l6 3-6 3z" className={styles.arrowStrong} />
        </marker>
      </defs>
    </svg>
  )
}

/** The line that follows the pointer while an outcome is being connected. */
export function ConnectingLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps<CanvasNode>) {
  const middle = toX > fromX + 24 ? fromX + (toX - fromX) / 2 : fromX + 20
  const points = [
    { x: fromX, y: fromY },
    { x: middle, y: fromY },
    { x: middle, y: toY },
    { x: toX, y: toY },
  ]
  return <path d={edgePath(points)} className={styles.connecting} markerEnd="url(#arrow-strong)" />
}
