import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import { getSeen } from './rights.ts'
import { touchContact } from './touch-contact.ts'

/** The visitor's browser has taken everything up to `seq`. Their own stream does not wait for this to be kept. */
export function noteDelivered(services: Services, contactId: string, seq: number): void {
  services.db
    .write(async (tx) => {
      const [row] = await tx.all<{ force_id: string }>(
        'UPDATE contacts SET delivered_seq = ? WHERE id = ? AND delivered_seq < ? RETURNING force_id',
        [seq, contactId, seq],
      )
      if (row) await touchContact(tx, services, row.force_id, contactId)
    })
    .catch((error: unknown) => services.log.error({ error }, 'a delivery could not be noted'))
}

/**
 * The visitor did something, so they have seen what their browser had taken by then. The widget says nothing of its own
 * about reading: this claims the least.
 */
export async function noteRead(services: Services, contactId: string): Promise<void> {
  const [row] = await services.db.read.all<{ delivered_seq: number; read_seq: number; force_id: string }>(
    `SELECT delivered_seq, read_seq, force_id FROM contacts WHERE id = ? AND status = 'with-operator'`,
    [contactId],
  )
  if (!row || row.read_seq >= row.delivered_seq) return
  await services.db.write(async (tx) => {
    await tx.run('UPDATE contacts SET read_seq = ? WHERE id = ? AND read_seq < ?', [
      row.delivered_seq,
      contactId,
      row.delivered_seq,
    ])
    await touchContact(tx, services, row.force_id, contactId)
  })
}

/**
 * Whoever has the contact saw it up to `seq`: the visitor's page says that their words were read. Only from who has it,
 * because nobody else answers for it.
 */
export async function noteSeen(services: Services, principal: Principal, id: string, seq: number): Promise<void> {
  const contact = await getSeen(services.db.read, principal, id)
  if (contact.owner?.id !== principal.userId || seq > contact.seq) return
  await services.db.write(async (tx) => {
    const changed = await tx.run(
      'UPDATE contacts SET seen_seq = ? WHERE id = ? AND force_id = ? AND owner_id = ? AND seen_seq < ?',
      [seq, id, principal.forceId, principal.userId, seq],
    )
    if (changed > 0) tx.afterCommit(() => services.bus.publish(`contact:${id}`))
  })
}
