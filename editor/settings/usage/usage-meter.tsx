import { Meter } from 'react-aria-components'
import styles from './usage.module.css'

interface UsageMeterProps {
  label: string
  used: number
  /** Null is no limit. */
  most: number | null
  /** Share from which the bar warns. */
  near: number
}
const figure = (value: number) => value.toLocaleString('en-GB')

/** How much of a limit is used. */
export function UsageMeter({ label, used, most, near }: UsageMeterProps) {
  const words = most === null ? `${figure(used)}, no limit` : `${figure(used)} of ${figure(most)}`
  if (most === null)
    return (
      <div className={styles.meter}>
        <span>{label}</span>
        <b className="num">{words}</b>
      </div>
    )
  const level = used >= most ? 'full' : used >= near * most ? 'near' : 'fine'
  return (
    <Meter className={styles.meter} value={Math.min(used, most)} maxValue={most} valueLabel={words} aria-label={label}>
      {({ percentage }) => (
        <>
          <span>{label}</span>
          <b className="num">{words}</b>
          <span className={styles.bar}>
            <span className={styles.fill} data-level={level} style={{ inlineSize: `${percentage}%` }} />
          </span>
        </>
      )}
    </Meter>
  )
}
