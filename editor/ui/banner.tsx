import { Check, Clock, Info, type LucideIcon, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classes } from './classes.ts'
import { ShieldHeart } from './shield-heart.ts'

type BannerTone = 'info' | 'ok' | 'waiting' | 'emergency' | 'safeguarding'
const icons: Record<BannerTone, LucideIcon> = {
  info: Info,
  ok: Check,
  waiting: Clock,
  emergency: OctagonAlert,
  safeguarding: ShieldHeart,
}

interface BannerProps {
  tone?: BannerTone
  /** The first words, in bold. */
  title?: string
  children?: ReactNode
  actions?: ReactNode
  /** Read aloud as soon as it appears: for faults that arose while the page was open. */
  live?: boolean
}

/** News about the whole page or region: what happened, what is not lost, what to do. */
export function Banner({ tone = 'info', title, children, actions, live }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div
      className={classes(styles.banner, styles[tone])}
      role={live ? (tone === 'emergency' ? 'alert' : 'status') : undefined}
    >
      <Icon size={16} aria-hidden="true" />
      <div className={styles.words}>
        {title && <b>{title}</b>} {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
