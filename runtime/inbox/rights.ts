import type { ContactSummary } from '../../schema/api/inbox.ts'
import { AppError } from '../../schema/app-error.ts'
import { departmentsOf, type Principal } from '../accounts/principal.ts'
import type { Param, Reader } from '../db/database.ts'

/**
 * Whose contacts a person may see: those of the departments they work in, those they have, and open emergencies, because
 * these come before every border. A contact that has no department yet is with the flow: people who supervise see it.
 * Stands twice, as a rule about one contact and as a condition of queries; a test holds the two together.
 */
export function sees(
  principal: Pick<Principal, 'userId' | 'memberships'>,
  contact: Pick<ContactSummary, 'status' | 'department' | 'verdict'> & { owner: { id: string } | null },
): boolean {
  if (contact.owner?.id === principal.userId) return true
  if (contact.verdict === 'emergency' && contact.status !== 'closed') return true
  if (contact.department === null) return principal.memberships.some(({ role }) => role === 'supervisor')
  return principal.memberships.some(({ department }) => department === contact.department)
}

/** Whether the person supervises the contact: they may take it over, whisper, and act without having it. */
export function supervises(
  principal: Pick<Principal, 'memberships'>,
  { department }: { department: string | null },
): boolean {
  return principal.memberships.some(
    (one) => one.role === 'supervisor' && (department === null || one.department === department),
  )
}

/** `sees` as a condition on `contacts` under the name `c`. */
export function seenBy(principal: Principal): { sql: string; params: Param[] } {
  const departments = departmentsOf(principal)
  const own = departments.length === 0 ? 'FALSE' : `c.department IN (${departments.map(() => '?').join(', ')})`
  const none = departmentsOf(principal, 'supervisor').length > 0 ? 'c.department IS NULL' : 'FALSE'
  return {
    sql: `(c.owner_id = ? OR (c.verdict = 'emergency' AND c.status <> 'closed') OR ${own} OR ${none})`,
    params: [principal.userId, ...departments],
  }
}

/** A contact as far as rights need it. */
export interface SeenContact {
  id: string
  number: number
  status: ContactSummary['status']
  verdict: ContactSummary['verdict']
  department: string | null
  owner: { id: string } | null
  seq: number
  closed: boolean
}

/** The contact, when the person may see it. Of others there is nothing to be told: they are missing. */
export async function getSeen(reader: Pick<Reader, 'all'>, principal: Principal, id: string): Promise<SeenContact> {
  const [row] = await reader.all<{
    id: string
    number: number
    status: ContactSummary['status']
    verdict: ContactSummary['verdict']
    department: string | null
    owner_id: string | null
    seq: number
  }>('SELECT id, number, status, verdict, department, owner_id, seq FROM contacts WHERE id = ? AND force_id = ?', [
    id,
    principal.forceId,
  ])
  const contact = row && {
    ...row,
    owner: row.owner_id === null ? null : { id: row.owner_id },
    closed: row.status === 'closed',
  }
  if (!contact || !sees(principal, contact)) throw new AppError('not-found', 'There is no such contact.')
  return contact
}
