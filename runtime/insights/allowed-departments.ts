import { hasRole, type Principal } from '../accounts/principal.ts'
import type { Allowed } from './read-figures.ts'

/** Whose figures somebody may see: admins and designers those of all departments, supervisors those that they supervise. */
export function allowedDepartments(principal: Principal): Allowed {
  return hasRole(principal, ['admin', 'designer']) ? undefined : supervised(principal)
}

/** Whose contacts and words somebody may see. Designers see none. */
export function supervisedDepartments(principal: Principal): Allowed {
  return hasRole(principal, ['admin']) ? undefined : supervised(principal)
}

function supervised({ memberships }: Principal): ReadonlySet<string> {
  return new Set(memberships.filter(({ role }) => role === 'supervisor').map(({ department }) => department))
}
