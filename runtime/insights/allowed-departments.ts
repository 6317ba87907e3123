import { hasRole, type Principal } from '../accounts/principal.ts'
import type { Reader } from '../db/database.ts'
import { membershipsOf } from '../routing/members.ts'
import type { Allowed } from './read-figures.ts'

/** Whose figures somebody may see: admins and designers those of all departments, supervisors those that they supervise. */
export async function allowedDepartments(reader: Pick<Reader, 'orm'>, principal: Principal): Promise<Allowed> {
  if (hasRole(principal, ['admin', 'designer'])) return undefined
  return supervised(reader, principal)
}

/** Whose contacts and words somebody may see. Designers see none. */
export async function supervisedDepartments(reader: Pick<Reader, 'orm'>, principal: Principal): Promise<Allowed> {
  return hasRole(principal, ['admin']) ? undefined : supervised(reader, principal)
}

async function supervised(reader: Pick<Reader, 'orm'>, principal: Principal): Promise<ReadonlySet<string>> {
  const memberships = await membershipsOf(reader, principal.forceId, principal.userId)
  return new Set(memberships.filter(({ role }) => role === 'supervisor').map(({ department }) => department))
}
