import { leastForShare } from '../../schema/insights.ts'
import styles from './insights.module.css'

interface FeelingsProps {
  positive: number
  mixed: number
  negative: number
}

/** How comments feel: as parts of a bar, and of few in words. */
export function Feelings({ positive, mixed, negative }: FeelingsProps) {
  const n = positive + mixed + negative
  const share = (value: number) => Math.round((value / n) * 100)
  if (n < leastForShare)
    return (
      <small>
        {positive} positive · {mixed} mixed · {negative} negative
      </small>
    )
  return (
    <div
      className={styles.parts}
      role="img"
      aria-label={`${share(positive)}% positive, ${share(mixed)}% mixed, ${share(negative)}% negative`}
    >
      <i className={styles.positive} style={{ flexGrow: positive }}>
        {positive >= negative && share(positive) >= 20 ? `${share(positive)}%` : ''}
      </i>
      <i className={styles.mixed} style={{ flexGrow: mixed }} />
      <i className={styles.negative} style={{ flexGrow: negative }}>
        {negative > positive && share(negative) >= 20 ? `${share(negative)}%` : ''}
      </i>
    </div>
  )
}
