import { type ReactNode, useEffect } from 'react'
import { classes } from './classes.ts'
import styles from './page.module.css'
import { setPageTitle } from './page-title.ts'

interface PageProps {
  title: string
  /** Beside the title. */
  beside?: ReactNode
  /** At the right end of the top bar. One of them may be primary. */
  actions?: ReactNode
  /** What stands at the top of it in print, instead of the top bar. */
  printTitle?: string | undefined
  /** Fills the window and scrolls inside, instead of scrolling as a page. */
  filled?: boolean
  children: ReactNode
}

/** A staff page: its top bar and its content. */
export function Page({ title, beside, actions, printTitle, filled, children }: PageProps) {
  useEffect(() => setPageTitle(title), [title])
  return (
    <>
      <header className={styles.bar}>
        <h1>{title}</h1>
        {beside}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {printTitle && <p className={styles.printTitle}>{printTitle}</p>}
      <main id="main" tabIndex={-1} className={classes(styles.main, filled && styles.filled)}>
        {children}
      </main>
    </>
  )
}
