import { Check, OctagonAlert } from 'lucide-react'
import { Button as AriaButton, Link } from 'react-aria-components'
import type { Alert } from '../../schema/api/inbox.ts'
import { MarkedWords } from '../ui/marked-words.tsx'
import { ShieldHeart } from '../ui/shield-heart.ts'
import { Spinner } from '../ui/spinner.tsx'
import { Elapsed, formatTime } from '../ui/time.tsx'
import styles from './emergency-bar.module.css'

interface AlertCardProps {
  alert: Alert
  title: string
  /** Who acknowledges. */
  name: string
  /** F9 means this one. */
  first: boolean
  busy: boolean
  onAcknowledge: () => void
}

/** One alert that nobody has acknowledged: the visitor's words, why, for how long, and the button with a name on it. */
export function AlertCard({ alert, title, name, first, busy, onAcknowledge }: AlertCardProps) {
  const Icon = alert.verdict === 'emergency' ? OctagonAlert : ShieldHeart
  const reasons = [...new Set(alert.assessment.evidence.map((evidence) => evidence.explanation))].join(', ')
  return (
    <section className={`${styles.alert} ${styles[alert.verdict]}`} aria-label={`${title}, contact ${alert.number}`}>
      <Icon size={32} strokeWidth={1.6} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <h2>
          {title}
          <span className="num">
            Contact {alert.number} · {alert.verdict === 'emergency' ? '999 advice' : 'advice'} shown at{' '}
            {formatTime(alert.adviceShownAt, true)}
          </span>
        </h2>
        <p>
          <q>
            <MarkedWords words={alert.words} evidence={alert.assessment.evidence} />
          </q>
          {reasons && <span className={styles.why}>{reasons}</span>}
        </p>
      </div>
      <div className={styles.act}>
        <span className={styles.since}>
          <b>
            <Elapsed since={alert.raisedAt} />
          </b>
          unanswered
        </span>
        <Link className={styles.button} href={`/inbox?contact=${alert.contact}`}>
          Open
        </Link>
        <AriaButton className={`${styles.button} ${styles.go}`} onPress={onAcknowledge} isPending={busy}>
          {busy ? <Spinner /> : <Check size={16} aria-hidden="true" />}
          Acknowledge as {name}
          {first && <kbd>F9</kbd>}
        </AriaButton>
      </div>
    </section>
  )
}
