import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './panel.module.css'

interface PanelProps {
  title?: string
  /** Stands to the right of the title. */
  actions?: ReactNode
  /** No room around what it holds: lists and tables. */
  flush?: boolean
  children: ReactNode
}

/** A card: one region with its title. */
export function Panel({ title, actions, flush, children }: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <header className={styles.header}>
          {title && <h2 id={id}>{title}</h2>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={classes(styles.body, flush && styles.flush)}>{children}</div>
    </section>
  )
}
