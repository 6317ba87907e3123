import { BookOpen, ChartNoAxesColumn, Inbox, type LucideIcon, Settings, Workflow } from 'lucide-react'
import type { Session } from '../../schema/api/admin.ts'
import type { Role } from '../../schema/roles.ts'
import { hasRole } from '../session.ts'

interface Destination {
  to: '/flows' | '/inbox' | '/knowledge' | '/insights' | '/settings'
  label: string
  icon: LucideIcon
  roles: readonly Role[]
  /** Stands at the foot of the rail. */
  last?: boolean
}

/** Where the rail leads. A person sees only what their roles may open. */
const destinations: readonly Destination[] = [
  { to: '/flows', label: 'Flows', icon: Workflow, roles: ['designer', 'admin'] },
  { to: '/inbox', label: 'Inbox', icon: Inbox, roles: ['operator', 'supervisor'] },
  { to: '/knowledge', label: 'Knowledge', icon: BookOpen, roles: ['designer', 'admin'] },
  { to: '/insights', label: 'Insights', icon: ChartNoAxesColumn, roles: ['supervisor', 'designer', 'admin'] },
  { to: '/settings', label: 'Settings', icon: Settings, roles: ['admin', 'supervisor'], last: true },
]

export function destinationsFor(session: Session): readonly Destination[] {
  return destinations.filter((destination) => hasRole(session, ...destination.roles))
}
