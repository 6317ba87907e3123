import { EyeOff } from 'lucide-react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { Badge } from '../ui/badge.tsx'
import { MarkedWords } from '../ui/marked-words.tsx'
import { formatTime } from '../ui/time.tsx'
import { Assessments } from './assessments.tsx'
import styles from './inbox.module.css'

/** What is known about a contact, so that nothing is asked twice. */
export function ContactFacts({ contact }: { contact: ContactDetail }) {
  const { alerts, gathered, tasks } = contact
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard has to reach it
    <aside className={styles.facts} aria-label={`About contact ${contact.number}`} tabIndex={0}>
      {alerts.length > 0 && (
        <section>
          <h3>Alerts</h3>
          <ul className={styles.alerts}>
            {alerts.map((alert) => (
              <li key={alert.id} className={styles[alert.verdict]}>
                <q>
                  <MarkedWords words={alert.words} evidence={alert.assessment.evidence} />
                </q>
                <p>{[...new Set(alert.assessment.evidence.map(({ explanation }) => explanation))].join(', ')}</p>
                {alert.acknowledgedBy && alert.acknowledgedAt ? (
                  <Badge tone="ok">
                    {alert.acknowledgedBy}, {formatTime(alert.acknowledgedAt, true)}
                  </Badge>
                ) : (
                  <Badge tone="waiting">Nobody has acknowledged it</Badge>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Assessments contact={contact.id} />
      {tasks.length > 0 && (
        <section>
          <h3>To do</h3>
          <ul className={styles.tasks}>
            {tasks.map((task) => (
              <li key={task.id}>
                {task.text} <span className={styles.time}>{formatTime(task.at)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Gathered</h3>
        {gathered.length === 0 ? (
          <p className={styles.nothing}>Nothing yet.</p>
        ) : (
          <dl className={styles.gathered}>
            {gathered.map((fact) => (
              <div key={fact.name}>
                <dt>
                  {fact.label}
                  {fact.personal && (
                    <>
                      <EyeOff size={12} aria-hidden="true" />
                      <span className="sr"> (personal)</span>
                    </>
                  )}
                </dt>
                <dd className={fact.value ? undefined : styles.missing}>{fact.value || 'Not given'}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
    </aside>
  )
}
