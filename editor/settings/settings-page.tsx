import { Link, Outlet } from '@tanstack/react-router'
import { Page } from '../ui/page.tsx'
import styles from './settings.module.css'
import { settingsParts } from './settings-parts.ts'

/** What an admin arranges: one part at a time. */
export function SettingsPage() {
  return (
    <Page title="Settings">
      <div className={styles.page}>
        <nav className={styles.parts} aria-label="Settings">
          {settingsParts.map(({ to, label }) => (
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
