import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './states.module.css'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** One line saying what will appear here. */
  children?: ReactNode
  /** One action. */
  actions?: ReactNode
}

/** Nothing here yet: what will appear, and the one thing to do. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <Icon size={24} strokeWidth={1.75} aria-hidden="true" />
      <p className={styles.title}>{title}</p>
      {children && <p>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
