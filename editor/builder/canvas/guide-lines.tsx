import { ViewportPortal } from 'reactflow'
import type { Guide } from './find-guides.ts'
import styles from './guide-lines.module.css'

/** Lines through what stands in one line with the dragged node. */
export function GuideLines({ guides }: { guides: readonly Guide[] }) {
  if (guides.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={styles.layer} role="presentation">
        {guides.map(({ axis, at, from, to }) => (
          <line
            key={axis}
            className={styles.guide}
            {...(axis === 'x'
              ? { x1: at, x2: at, y1: from - 12, y2: to + 12 }
              : { y1: at, y2: at, x1: from - 12, x2: to + 12 })}
          />
        ))}
      </svg>
    </ViewportPortal>
  )
}
