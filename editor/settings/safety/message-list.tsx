import type { Verdict } from '../../../schema/assessment.ts'
import { verdictWords } from '../../ui/danger-words.ts'
import styles from './safety.module.css'

interface MessageListProps {
  title: string
  /** All of them; the list may hold the first only. */
  total: number
  messages: readonly { key: string; text: string | null; before: Verdict; after: Verdict; place?: string }[]
  open?: boolean
}

/** Messages whose verdict changes, folded away under their number. Nothing where there are none. */
export function MessageList({ title, total, messages, open }: MessageListProps) {
  if (total === 0) return null
  return (
    <details className={styles.messages} open={open}>
      <summary>
        {title} <span className="num">({total.toLocaleString('en-GB')})</span>
      </summary>
      <ul>
        {messages.map(({ key, text, before, after, place }) => (
          <li key={key}>
            {text === null ? (
              <span className={styles.none}>Words only for operators and supervisors</span>
            ) : (
              <q>{text}</q>
            )}
            <small>
              {place && `${place}: `}
              {verdictWords[before]} → {verdictWords[after]}
            </small>
          </li>
        ))}
      </ul>
      {messages.length < total && <p className={styles.none}>The first {messages.length} are shown.</p>}
    </details>
  )
}
