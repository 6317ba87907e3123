import { type DeskWarning, WarningKind } from '../../schema/api/warnings.ts'
import { departmentsOf, type Principal } from '../accounts/principal.ts'
import type { Reader } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'

/** What stands open in a force, oldest first. */
export async function readStandingWarnings(reader: Pick<Reader, 'all'>, forceId: string): Promise<DeskWarning[]> {
  const rows = await reader.all<{
    id: string
    contact_id: string
    number: number
    department: string | null
    kind: string
    text: string
    raised_at: number
  }>(
    `SELECT w.id, w.contact_id, c.number, w.department, w.kind, w.text, w.raised_at
     FROM desk_warnings w JOIN contacts c ON c.id = w.contact_id
     WHERE w.force_id = ? AND w.cleared_at IS NULL ORDER BY w.raised_at LIMIT 500`,
    [forceId],
  )
  return rows.map(({ contact_id, kind, raised_at, ...row }) => ({
    ...row,
    contact: contact_id,
    kind: WarningKind.parse(kind),
    at: isoTime(raised_at),
  }))
}

/** Warnings are for people who supervise the department; those of contacts without one are for all who supervise any. */
export function isWarningFor(principal: Principal, { department }: DeskWarning): boolean {
  const supervised = departmentsOf(principal, 'supervisor')
  return department === null ? supervised.length > 0 : supervised.includes(department)
}
