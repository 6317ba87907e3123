import type { Alert } from '../../schema/api/inbox.ts'
import type { Verdict } from '../../schema/assessment.ts'
import { departmentsOf, type Principal } from '../accounts/principal.ts'
import type { Reader } from '../db/database.ts'
import { type AlertRead, selectAlerts, toAlert } from './contact-summary.ts'
import { sees } from './rights.ts'

const most = 500

/** An alert with what decides who is shown it. */
export interface StandingAlert {
  alert: Alert
  contact: { status: string; department: string | null; verdict: Verdict; owner: { id: string } | null }
}

type Row = AlertRead & {
  contact_status: string
  department: string | null
  contact_verdict: Verdict
  owner_id: string | null
}

/** Alerts of a force that nobody has taken, or whose contact is open; oldest first. */
export async function readStandingAlerts(reader: Pick<Reader, 'all'>, forceId: string): Promise<StandingAlert[]> {
  const rows = await reader.all<Row>(
    `${selectAlerts.replace(
      ' FROM',
      ', c.status AS contact_status, c.department, c.verdict AS contact_verdict, c.owner_id FROM',
    )} JOIN contacts c ON c.id = a.contact_id
     WHERE a.force_id = ? AND (a.acknowledged_at IS NULL OR c.status <> 'closed') ORDER BY a.raised_at LIMIT ${most}`,
    [forceId],
  )
  return rows.map((row) => ({
    alert: toAlert(row),
    contact: {
      status: row.contact_status,
      department: row.department,
      verdict: row.contact_verdict,
      owner: row.owner_id === null ? null : { id: row.owner_id },
    },
  }))
}

/** Emergencies are shown to everybody on duty; safeguarding to those who see the contact and to all who supervise. */
export function isShownTo(principal: Principal, { alert, contact }: StandingAlert): boolean {
  if (alert.verdict === 'emergency') return true
  if (departmentsOf(principal, 'supervisor').length > 0) return true
  return sees(principal, { ...contact, status: contact.status === 'closed' ? 'closed' : 'waiting' })
}

export async function readAlerts(reader: Pick<Reader, 'all'>, principal: Principal): Promise<Alert[]> {
  const standing = await readStandingAlerts(reader, principal.forceId)
  return standing.filter((one) => isShownTo(principal, one)).map(({ alert }) => alert)
}
