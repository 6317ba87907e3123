import type { ContactSummary } from '../../schema/api/inbox.ts'

/** Open contacts as an operator thinks of them. The server's order holds inside each: emergencies first, then by waiting time. */
export interface Lanes {
  waiting: ContactSummary[]
  mine: ContactSummary[]
  /** With a colleague. */
  others: ContactSummary[]
  /** With the flow: nobody is needed yet. */
  automated: ContactSummary[]
}

export function toLanes(contacts: readonly ContactSummary[], me: string): Lanes {
  const lanes: Lanes = { waiting: [], mine: [], others: [], automated: [] }
  for (const contact of contacts) {
    if (contact.status === 'closed') continue
    if (contact.owner?.id === me) lanes.mine.push(contact)
    else if (contact.status === 'waiting') lanes.waiting.push(contact)
    else if (contact.owner) lanes.others.push(contact)
    else lanes.automated.push(contact)
  }
  return lanes
}
