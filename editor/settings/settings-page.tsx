import { Link, Outlet } from '@tanstack/react-router'
import { useSession } from '../session.ts'
import { Page } from '../ui/page.tsx'
import styles from './settings.module.css'
import { settingsPartsFor } from './settings-parts.ts'

/** What an admin arranges, and a supervisor may read: one part at a time. */
export function SettingsPage() {
  const parts = settingsPartsFor(useSession())
  return (
    <Page title="Settings">
      <div className={styles.page}>
        <nav className={styles.parts} aria-label="Settings">
          {parts.map(({ to, label }) => (
            <Link key={to} to={to} className={styles.part}>
              {label}
            </Link>
          ))}
        </nav>
        <Outlet />
      </div>
    </Page>
  )
}
