import { type ReactNode, useEffect, useRef } from 'react'
import styles from './pane.module.css'

interface PaneProps {
  heading: string
  words?: ReactNode
  width?: 'm' | 'l' | 'xl'
  /** Moves the focus to the heading: for a step that follows another on the same page. */
  focusHeading?: boolean
  children: ReactNode
}

/** One thing to do on a set-up or sign-in page. */
export function Pane({ heading, words, width = 'm', focusHeading, children }: PaneProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focusHeading) title.current?.focus()
  }, [focusHeading])
  return (
    <div className={`${styles.pane} ${styles[width]}`}>
      <h1 ref={title} tabIndex={focusHeading ? -1 : undefined}>
        {heading}
      </h1>
      {words && <p className={styles.words}>{words}</p>}
      {children}
    </div>
  )
}

/** The buttons at the foot of a pane. */
export function PaneFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>
}
