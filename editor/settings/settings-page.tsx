import { Link, Outlet } from '@tanstack/react-router'
import { Page } from '../ui/page.tsx'
import styles from './settings.module.css'

const parts = [
  { to: '/settings/sites', label: 'Sites' },
  { to: '/settings/departments', label: 'Departments' },
  { to: '/settings/connections', label: 'Connections' },
] as const

/** What an admin arranges: one part at a time. */
export function SettingsPage() {
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
