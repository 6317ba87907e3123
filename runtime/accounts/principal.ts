import type { Membership } from '../../schema/department.ts'
import type { Role } from '../../schema/roles.ts'
import type { Actor } from '../audit/append-entry.ts'

/** Who is asking. Every query of the staff side takes one and looks only at rows of its force. */
export interface Principal {
  userId: string
  forceId: string
  name: string
  roles: readonly Role[]
  /** Where they work. Nobody sees contacts of other departments. */
  memberships: readonly Membership[]
}

/** The person as the audit log names them: by id, in the role that allows what they do. */
export function toActor(principal: Principal, ...allowed: readonly Role[]): Actor {
  const acting = allowed.find((role) => principal.roles.includes(role)) ?? principal.roles[0] ?? 'operator'
  return { id: principal.userId, role: acting }
}

/** Whether any of `allowed` is among the person's roles. */
export function hasRole(principal: Principal, allowed: readonly Role[]): boolean {
  return principal.roles.some((role) => allowed.includes(role))
}

/** Ids of the departments in which the person works, or of those that they supervise. */
export function departmentsOf(principal: Principal, role?: Membership['role']): string[] {
  return principal.memberships.flatMap((one) => (role === undefined || one.role === role ? [one.department] : []))
}
