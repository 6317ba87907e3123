import { Check, CornerDownRight, Minus } from 'lucide-react'
import { useState } from 'react'
import styles from './simulator.module.css'
import type { Talk } from './to-talk.ts'

interface TookItemProps {
  item: Extract<Talk, { kind: 'took' }>
  /** Goes to the node on the canvas. */
  onGo: () => void
}

/** The way that the contact took out of a node, and on request why: the rules, how sure, the values, the words that match. */
export function TookItem({ item: { outcome, to, why }, onGo }: TookItemProps) {
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.took}>
      <p className={styles.line}>
        <CornerDownRight size={12} aria-hidden="true" />
        <button type="button" onClick={onGo}>
          Took <b>{outcome}</b> to {to}
        </button>
        {why && (
          <button
            type="button"
            className={styles.whyButton}
            aria-expanded={open}
            aria-label={`Why ${outcome}?`}
            onClick={() => setOpen(!open)}
          >
            Why?
          </button>
        )}
      </p>
      {open && why && (
        <div className={styles.why}>
          <p>{why.words}</p>
          {why.looked.length > 0 && (
            <ul className={styles.looked}>
              {why.looked.map(({ at, found, held }) => (
                <li key={at} data-held={held}>
                  {held === undefined ? (
                    <span />
                  ) : held ? (
                    <Check size={12} aria-hidden="true" />
                  ) : (
                    <Minus size={12} aria-hidden="true" />
                  )}
                  <span>{at}</span>
                  <b>{found}</b>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
