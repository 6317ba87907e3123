import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { adminRoutes, type Session } from '../schema/api/admin.ts'
import type { Role } from '../schema/roles.ts'
import { call } from './api.ts'

/** Who is signed in. Kept until somebody signs in or out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call(adminRoutes.session),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The signed-in person; only inside the app's frame, which waits for it. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** Whether somebody may do what any of `roles` may. The server decides; this only keeps away what it would refuse. */
export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return session.user.roles.some((role) => roles.includes(role))
}
