import { OctagonAlert } from 'lucide-react'
import { ShieldHeart } from '../ui/shield-heart.ts'
import { Elapsed } from '../ui/time.tsx'
import styles from './emergency-bar.module.css'
import { useAlerts } from './use-alerts.ts'
import { useSafetyState } from './use-safety-state.ts'

/**
 * Alerts that nobody acknowledged although supervisors were told, for people who may not read the contact: the number,
 * and what they can do. Who may read it has the alert itself.
 */
export function UnansweredAlerts() {
  const own = new Set(useAlerts().map(({ id }) => id))
  const unanswered = useSafetyState()?.unanswered ?? []
  return unanswered
    .filter(({ id }) => !own.has(id))
    .map((alert) => {
      const Icon = alert.verdict === 'emergency' ? OctagonAlert : ShieldHeart
      return (
        <section
          key={alert.id}
          role="alert"
          className={`${styles.alert} ${styles[alert.verdict]}`}
          aria-label={`Nobody has answered an alert, contact ${alert.number}`}
        >
          <Icon size={32} strokeWidth={1.6} aria-hidden="true" className={styles.icon} />
          <div className={styles.words}>
            <h2>
              {alert.verdict === 'emergency' ? 'Emergency' : 'Safeguarding'}: nobody has answered
              <span className="num">Contact {alert.number}</span>
            </h2>
            <p>Fetch an operator or a supervisor now. They can read the contact and acknowledge the alert.</p>
          </div>
          <div className={styles.act}>
            <span className={styles.since}>
              <b>
                <Elapsed since={alert.raisedAt} />
              </b>
              unanswered
            </span>
          </div>
        </section>
      )
    })
}
