import { useEffect, useState } from 'react'
import styles from './states.module.css'

interface SkeletonProps {
  /** What is loading: "Loading flows". */
  label: string
  lines?: number
}

/** Nothing under 200 ms, then the shape of what comes, and after 3 s a line saying what is slow. */
export function Skeleton({ label, lines = 4 }: SkeletonProps) {
  const [stage, setStage] = useState<'hidden' | 'shape' | 'slow'>('hidden')
  useEffect(() => {
    const shape = setTimeout(() => setStage('shape'), 200)
    const slow = setTimeout(() => setStage('slow'), 3_000)
    return () => {
      clearTimeout(shape)
      clearTimeout(slow)
    }
  }, [])
  if (stage === 'hidden') return null
  return (
    <div className={styles.lines} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <div key={line} className={styles.line} />
      ))}
      {stage === 'slow' && <p className={styles.slow}>{label} is taking longer than usual.</p>}
    </div>
  )
}
