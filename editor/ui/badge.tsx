import { Check, Clock, Info, type LucideIcon, OctagonAlert, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './badge.module.css'
import { classes } from './classes.ts'
import { ShieldHeart } from './shield-heart.ts'

/**
 * What a status means. Filled `emergency` and `safeguarding` are kept for people in danger; `fault` and `pattern` are
 * their soft forms, for a failed check or a late contact.
 */
export type Tone =
  | 'neutral'
  | 'accent'
  | 'ok'
  | 'waiting'
  | 'warning'
  | 'info'
  | 'fault'
  | 'emergency'
  | 'safeguarding'
  | 'pattern'

const icons: Record<Tone, LucideIcon | null> = {
  neutral: null,
  accent: null,
  ok: Check,
  waiting: Clock,
  warning: TriangleAlert,
  info: Info,
  fault: X,
  emergency: OctagonAlert,
  safeguarding: ShieldHeart,
  pattern: ShieldHeart,
}

interface BadgeProps {
  tone?: Tone
  /** Instead of the tone's own icon; `null` for none. */
  icon?: LucideIcon | null
  children: ReactNode
}

/** A status in a word, with its icon. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  const Icon = icon === undefined ? icons[tone] : icon
  return (
    <span className={classes(styles.badge, styles[tone])}>
      {Icon && <Icon size={12} strokeWidth={2} aria-hidden="true" />}
      {children}
    </span>
  )
}

/** How many, in a round tag. */
export function Count({ value, tone = 'neutral' }: { value: number; tone?: 'neutral' | 'waiting' | 'fault' }) {
  return <span className={classes(styles.count, styles[tone])}>{value.toLocaleString('en-GB')}</span>
}
