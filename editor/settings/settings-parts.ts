import type { Session } from '../../schema/api/admin.ts'
import { hasRole } from '../session.ts'

/** The parts of the settings, each with a page of its own. */
const settingsParts = [
  { to: '/settings/sites', label: 'Sites', roles: ['admin'] },
  { to: '/settings/departments', label: 'Departments', roles: ['admin'] },
  { to: '/settings/people', label: 'People', roles: ['admin'] },
  { to: '/settings/sign-in', label: 'Signing in', roles: ['admin'] },
  { to: '/settings/connections', label: 'Connections', roles: ['admin'] },
  { to: '/settings/safety', label: 'Safety', roles: ['admin', 'supervisor'] },
  { to: '/settings/documents', label: 'Documents', roles: ['admin'] },
  { to: '/settings/replies', label: 'Replies', roles: ['admin', 'supervisor'] },
  { to: '/settings/understanding', label: 'Understanding', roles: ['supervisor'] },
  { to: '/settings/mail', label: 'Mail', roles: ['admin'] },
  { to: '/settings/webhooks', label: 'Webhooks', roles: ['admin'] },
  { to: '/settings/usage', label: 'Usage', roles: ['admin'] },
] as const

/** Those that a person may open. */
export function settingsPartsFor(session: Session) {
  return settingsParts.filter(({ roles }) => hasRole(session, ...roles))
}
