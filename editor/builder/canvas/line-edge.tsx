import { memo } from 'react'
import type { ConnectionLineComponentProps } from 'reactflow'
import { classes } from '../../ui/classes.ts'
import { type CanvasEdge, isStrong } from './canvas-edges.ts'
import type { CanvasNode } from './canvas-nodes.ts'
import { edgePath, labelPlace } from './edge-path.ts'
import styles from './line-edge.module.css'

/** A way from an outcome to the next node: right angles, corners of 8 px, an arrow at its end. */
export const LineEdge = memo(function LineEdge({ edge }: { edge: CanvasEdge }) {
  const path = edgePath(edge.points)
  const strong = isStrong(edge)
  const { labelX, labelY } = labelPlace(edge.points)
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of an SVG is no control
    <g
      role="img"
      aria-label={edge.name}
      className={classes(
        styles.edge,
        edge.mark?.compared && styles[edge.mark.compared],
        edge.traced && styles.traced,
        strong && styles.strong,
      )}
      data-edge={edge.id}
    >
      <path d={path} className={styles.reach} />
      <path
        d={path}
        className={classes(styles.line, edge.mark?.uncovered && styles.uncovered)}
        markerEnd={strong || edge.traced ? 'url(#arrow-strong)' : 'url(#arrow)'}
      />
      {edge.mark?.label !== undefined && <LineLabel x={labelX} y={labelY} words={edge.mark.label} />}
      {edge.mark?.label === undefined && <LineLabel x={labelX} y={labelY} words={edge.outcome} quiet />}
    </g>
  )
})

/** Words on a line; quiet ones show while the pointer is on it. */
function LineLabel({ x, y, words, quiet = false }: { x: number; y: number; words: string; quiet?: boolean }) {
  const shown = words.length > 28 ? `${words.slice(0, 27)}…` : words
  const width = shown.length * 6.3 + 10
  return (
    <g className={classes(styles.label, quiet && styles.quiet)}>
      <rect x={x - width / 2} y={y - 9} width={width} height={18} rx={4} />
      <text x={x} y={y + 4} textAnchor="middle">
        {shown}
      </text>
    </g>
  )
}

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
