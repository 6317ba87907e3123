import type { Event } from '../../schema/event.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'
import { getSeen } from './rights.ts'

/** Whoever has the contact is writing: their visitor's stream is told. Nothing is kept. */
export async function tellTyping(services: Services, principal: Principal, id: string): Promise<void> {
  const contact = await getSeen(services.db.read, principal, id)
  if (contact.owner?.id === principal.userId) services.bus.publish(`typing:${id}:staff`)
}

/** The event that says who is writing. It stands in no log, so it has no number. */
export async function typingEvent(
  reader: Pick<Reader, 'all'>,
  contactId: string,
  now: number,
): Promise<(Omit<Extract<Event, { type: 'operator' }>, 'seq'> & { seq: 0 }) | undefined> {
  const [row] = await reader.all<{ name: string }>(
    'SELECT u.name FROM contacts c JOIN users u ON u.id = c.owner_id WHERE c.id = ?',
    [contactId],
  )
  return row && { seq: 0, at: new Date(now).toISOString(), type: 'operator', state: 'typing', name: row.name }
}
