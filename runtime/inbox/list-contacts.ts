import type { Alert, ContactSummary } from '../../schema/api/inbox.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import { readAlerts } from './read-alerts.ts'
import { readSummaries } from './read-summaries.ts'
import { recordConsultation } from './record-consultation.ts'
import { seenBy } from './rights.ts'

export type ContactFilter = 'open' | 'waiting' | 'mine' | 'closed'

const most = 500

/** Each filter in words of the table; `?` is the person. */
const conditions: Record<ContactFilter, string> = {
  open: `c.status <> 'closed'`,
  waiting: `c.status = 'waiting'`,
  mine: `c.owner_id = ? AND c.status <> 'closed'`,
  closed: `c.status = 'closed'`,
}

/** Contacts that the person may see, in the order of the queue, and the alerts that nobody has taken or whose contact is open. */
export async function listContacts(
  services: Services,
  principal: Principal,
  filter: ContactFilter,
): Promise<{ contacts: ContactSummary[]; alerts: Alert[] }> {
  const { read } = services.db
  const seen = seenBy(principal)
  const { contacts } = await readSummaries(
    read,
    `c.force_id = ? AND ${conditions[filter]} AND ${seen.sql}`,
    [principal.forceId, ...(filter === 'mine' ? [principal.userId] : []), ...seen.params],
    most,
  )
  const alerts = await readAlerts(read, principal)
  await recordConsultation(services, principal, [
    ...new Set([...contacts.map(({ id }) => id), ...alerts.map((alert) => alert.contact)]),
  ])
  return { contacts, alerts }
}
