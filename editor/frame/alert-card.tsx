import { Check, OctagonAlert } from 'lucide-react'
import { Button as AriaButton, Link } from 'react-aria-components'
import type { Alert } from '../../schema/api/inbox.ts'
import { MarkedWords } from '../ui/marked-words.tsx'
import { ShieldHeart } from '../ui/shield-heart.ts'
import { Spinner } from '../ui/spinner.tsx'
import { Elapsed, formatTime, Remaining } from '../ui/time.tsx'
import styles from './emergency-bar.module.css'

interface AlertCardProps {
  alert: Alert
  /** Alerts of the same contact that this one stands for, with it. */
  count: number
  /** Who acknowledges. */
  name: string
  /** F9 means this one. */
  first: boolean
  busy: boolean
  onAcknowledge: () => void
}

const kinds = { emergency: 'Emergency', safeguarding: 'Safeguarding' }
const told = {
  'on-duty': 'nobody has acknowledged this yet',
  supervisors: 'supervisors were told, and nobody has acknowledged it',
  everyone: 'everybody was told, and nobody has acknowledged it',
}

const next = { 'on-duty': 'until supervisors are told', supervisors: 'until everybody is told', everyone: '' }

/** What an open alert is called, also for who cannot see it. */
export function titleOf({ verdict, level }: Alert): string {
  return `${kinds[verdict]}: ${told[level]}`
}

/** Alerts of a contact that nobody has acknowledged: the visitor's words, why, the time left, and the button with a name on it. */
export function AlertCard({ alert, count, name, first, busy, onAcknowledge }: AlertCardProps) {
  const title = titleOf(alert)
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
            {count > 1 && ` · ${count} messages`}
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
          <b>{alert.escalatesAt ? <Remaining until={alert.escalatesAt} /> : <Elapsed since={alert.raisedAt} />}</b>
          {alert.escalatesAt ? next[alert.level] : 'unanswered'}
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
