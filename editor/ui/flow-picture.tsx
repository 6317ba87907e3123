import { type FlowPicture as Picture, pictureSize } from '../../schema/flow-picture.ts'
import styles from './flow-picture.module.css'

/** A flow drawn small. Decoration: the words beside it say everything. */
export function FlowPicture({ picture }: { picture: Picture }) {
  const { width, height } = pictureSize
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.picture} aria-hidden="true" focusable="false">
      <path d={picture.lines.map(toPath).join('')} fill="none" stroke="var(--edge)" strokeWidth={1} />
      {picture.boxes.map(([x, y, wide, high, category]) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={wide}
          height={high}
          rx={Math.min(4, high / 4)}
          fill={category === 'canvas' ? 'var(--line-strong)' : `var(--node-${category})`}
        />
      ))}
    </svg>
  )
}

/** Right angles, as on the canvas. */
function toPath([x1, y1, x2, y2]: Picture['lines'][number]): string {
  const middle = Math.round((x1 + x2) / 2)
  return `M${x1} ${y1}H${middle}V${y2}H${x2}`
}
