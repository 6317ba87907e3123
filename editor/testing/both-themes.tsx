import { type ReactNode, useEffect } from 'react'
import styles from './both-themes.module.css'

/** The same thing on light and on dark ground, side by side. */
export function BothThemes({ children }: { children: ReactNode }) {
  return (
    <div className={styles.both}>
      <div className={styles.ground}>{children}</div>
      <div className={styles.ground} data-theme="dark">
        {children}
      </div>
    </div>
  )
}

/** The whole page dark, for what opens above it. */
export function DarkPage({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.dataset.theme = 'dark'
    return () => {
      delete document.documentElement.dataset.theme
    }
  }, [])
  return children
}
