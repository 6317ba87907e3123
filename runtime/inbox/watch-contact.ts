import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { getSeen, supervises } from './rights.ts'
import { touchContact } from './touch-contact.ts'

/** Begins or ends looking over somebody's shoulder. Whoever has the contact sees who looks. */
export async function watchContact(
  services: Services,
  principal: Principal,
  id: string,
  watching: boolean,
): Promise<void> {
  await services.db.write(async (tx) => {
    const contact = await getSeen(tx, principal, id)
    if (!supervises(principal, contact)) throw new AppError('not-allowed', 'You do not supervise this department.')
    const now = services.clock.now()
    if (watching)
      await tx.run(
        `INSERT INTO watchers (contact_id, user_id, force_id, since) VALUES (?, ?, ?, ?)
         ON CONFLICT (contact_id, user_id) DO NOTHING`,
        [id, principal.userId, principal.forceId, now],
      )
    else await tx.run('DELETE FROM watchers WHERE contact_id = ? AND user_id = ?', [id, principal.userId])
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'supervisor'),
      department: contact.department,
      operation: 'consultation',
      objectType: 'contact',
      objectId: id,
      outcome: 'done',
      payload: { does: watching ? 'watch' : 'stop-watching' },
    })
    await touchContact(tx, services, principal.forceId, id)
  })
}
