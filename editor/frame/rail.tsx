import { Link } from '@tanstack/react-router'
import { useSession } from '../session.ts'
import { SignpostMark } from '../ui/signpost-mark.tsx'
import { AccountMenu } from './account-menu.tsx'
import { destinationsFor } from './destinations.ts'
import styles from './rail.module.css'
import { useAlerts } from './use-alerts.ts'

/** The way between the staff pages. On a phone it lies along the foot of the window. */
export function Rail() {
  const session = useSession()
  const alerts = useAlerts().filter((alert) => !alert.acknowledgedAt).length
  return (
    <nav className={styles.rail} aria-label="Signpost">
      <span className={styles.mark}>
        <SignpostMark />
      </span>
      {destinationsFor(session).map(({ to, label, icon: Icon, last }) => (
        <Link key={to} to={to} className={last ? `${styles.link} ${styles.last}` : styles.link}>
          <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
          {label}
          {to === '/inbox' && alerts > 0 && (
            <span className={styles.pip}>
              {alerts}
              <span className="sr"> {alerts === 1 ? 'alert' : 'alerts'} not acknowledged</span>
            </span>
          )}
        </Link>
      ))}
      <AccountMenu />
    </nav>
  )
}
