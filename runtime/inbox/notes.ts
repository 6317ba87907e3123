import type { Note } from '../../schema/api/inbox.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'
import { newId } from '../ids.ts'
import type { Services } from '../services.ts'
import { getSeen, supervises } from './rights.ts'
import { touchContact } from './touch-contact.ts'

/** Writes a note that only staff see. From somebody who supervises a contact of somebody else it is a whisper. */
export async function writeNote(services: Services, principal: Principal, id: string, text: string): Promise<Note> {
  return services.db.write(async (tx) => {
    const contact = await getSeen(tx, principal, id)
    const whispers = contact.owner !== null && contact.owner.id !== principal.userId && supervises(principal, contact)
    const note = await insertNote(tx, services, principal, contact, whispers ? 'whisper' : 'note', text)
    await touchContact(tx, services, principal.forceId, id)
    return note
  })
}

/** Puts a note in, with its audit entry, in the transaction of whatever it belongs to. */
export async function insertNote(
  tx: Transaction,
  services: Services,
  principal: Principal,
  contact: { id: string; department: string | null },
  kind: Note['kind'],
  text: string,
): Promise<Note> {
  const id = newId('note')
  const now = services.clock.now()
  await tx.run('INSERT INTO notes (id, force_id, contact_id, author_id, kind, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    id,
    principal.forceId,
    contact.id,
    principal.userId,
    kind,
    text,
    now,
  ])
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: now,
    actor: toActor(principal, ...(kind === 'whisper' ? (['supervisor'] as const) : []), 'operator', 'supervisor'),
    department: contact.department,
    operation: 'alteration',
    objectType: 'contact',
    objectId: contact.id,
    outcome: 'done',
    payload: { does: kind, note: id, text },
  })
  return { id, kind, author: { id: principal.userId, name: principal.name }, text, at: isoTime(now) }
}

export async function readNotes(reader: Pick<Reader, 'all'>, contactId: string): Promise<Note[]> {
  const rows = await reader.all<{
    id: string
    kind: Note['kind']
    author_id: string
    name: string | null
    text: string
    at: number
  }>(
    `SELECT n.id, n.kind, n.author_id, u.name, n.text, n.at FROM notes n LEFT JOIN users u ON u.id = n.author_id
     WHERE n.contact_id = ? ORDER BY n.at, n.id`,
    [contactId],
  )
  return rows.map(({ author_id, name, at, ...note }) => ({
    ...note,
    author: { id: author_id, name: name ?? 'Somebody' },
    at: isoTime(at),
  }))
}
