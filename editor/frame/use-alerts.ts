import { useQuery } from '@tanstack/react-query'
import type { Alert } from '../../schema/api/inbox.ts'
import { contactsQuery } from '../inbox-queries.ts'
import { hasRole, useSession } from '../session.ts'

const none: Alert[] = []

/** Alerts of open contacts: emergencies before safeguarding, and the oldest of each first. Empty for people whose roles may not see contacts. */
export function useAlerts(): Alert[] {
  const mayRead = hasRole(useSession(), 'operator', 'supervisor')
  const { data } = useQuery({
    ...contactsQuery,
    enabled: mayRead,
    select: ({ alerts }) =>
      [...alerts].sort((a, b) => a.verdict.localeCompare(b.verdict) || a.raisedAt.localeCompare(b.raisedAt)),
  })
  return mayRead ? (data ?? none) : none
}
