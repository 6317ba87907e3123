import type { CSSProperties } from 'react'
import { classes } from '../ui/classes.ts'
import styles from './insights.module.css'
import { formatCount } from './words.ts'

export interface BarItem {
  id: string
  label: string
  n: number
  tone?: 'emergency' | 'safeguarding' | undefined
  /** Shows the contacts behind it. */
  onOpen?: (() => void) | undefined
}

/** Counts as bars, the longest first. The words and numbers say it all: the bars are for the eye. */
export function BarList({ items }: { items: readonly BarItem[] }) {
  const most = Math.max(1, ...items.map(({ n }) => n))
  return (
    <ul className={styles.bars}>
      {items.map(({ id, label, n, tone, onOpen }) => (
        <li key={id}>
          {onOpen ? (
            <button type="button" className={styles.open} onClick={onOpen}>
              {label}
            </button>
          ) : (
            <span>{label}</span>
          )}
          <i className={classes(tone && styles[tone])} style={widthOf(n / most)} />
          <b className="num">{formatCount(n)}</b>
        </li>
      ))}
    </ul>
  )
}

export function widthOf(share: number): CSSProperties {
  return { width: `${Math.max(0.5, share * 100).toFixed(1)}%` }
}
