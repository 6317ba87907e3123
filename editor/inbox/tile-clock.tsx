import { Clock } from 'lucide-react'
import { formatElapsed, useNow } from '../ui/time.tsx'
import type { ClockTone } from './clocks.ts'
import styles from './tile.module.css'

interface TileClockProps {
  since: string
  tone: (now: number) => ClockTone
  means: string
}

/** How long somebody has waited, in the colour of its target. Not read out at every second. */
export function TileClock({ since, tone, means }: TileClockProps) {
  const now = useNow()
  const look = tone(now)
  return (
    <span className={`${styles.clock} ${styles[look]}`} title={means}>
      <Clock size={12} aria-hidden="true" />
      <span className="sr">{means}: </span>
      <span role="timer" aria-live="off">
        {look === 'idle' && 'Idle '}
        {formatElapsed(now - Date.parse(since))}
      </span>
    </span>
  )
}
