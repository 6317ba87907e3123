import type { Alert, ContactSummary } from '../../schema/api/inbox.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import {
  type AlertRead,
  type ContactRead,
  selectAlerts,
  selectContacts,
  toAlert,
  toSummary,
} from './contact-summary.ts'
import { recordConsultation } from './record-consultation.ts'

export type ContactFilter = 'open' | 'waiting' | 'mine' | 'closed'

const most = 500

/** Each filter in words of the table; `?` is the person. */
const conditions: Record<ContactFilter, string> = {
  open: `c.status <> 'closed'`,
  waiting: `c.status = 'waiting'`,
  mine: `c.owner_id = ? AND c.status <> 'closed'`,
  closed: `c.status = 'closed'`,
}

/** Contacts of the person's force, emergencies first and then by waiting time, and the alerts that nobody has taken or whose contact is open. */
export async function listContacts(
  services: Services,
  principal: Principal,
  filter: ContactFilter,
): Promise<{ contacts: ContactSummary[]; alerts: Alert[] }> {
  const { read } = services.db
  const contacts = await read.all<ContactRead>(
    `${selectContacts} WHERE c.force_id = ? AND ${conditions[filter]}
     ORDER BY c.priority, c.queued_at IS NULL, c.queued_at, c.created_at DESC LIMIT ${most}`,
    [principal.forceId, ...(filter === 'mine' ? [principal.userId] : [])],
  )
  const alerts = await read.all<AlertRead>(
    `${selectAlerts} JOIN contacts c ON c.id = a.contact_id
     WHERE a.force_id = ? AND (a.acknowledged_at IS NULL OR c.status <> 'closed') ORDER BY a.raised_at LIMIT ${most}`,
    [principal.forceId],
  )
  await recordConsultation(services, principal, [
    ...new Set([...contacts.map(({ id }) => id), ...alerts.map((alert) => alert.contact_id)]),
  ])
  return { contacts: contacts.map(toSummary), alerts: alerts.map(toAlert) }
}
