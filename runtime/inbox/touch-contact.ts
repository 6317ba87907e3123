import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'

/** Tells the inbox, after the commit, that something about a contact changed that was no turn of it: a note, a tag. */
export async function touchContact(
  tx: Transaction,
  services: Pick<Services, 'clock' | 'bus'>,
  forceId: string,
  contactId: string,
): Promise<void> {
  await tx.run('UPDATE contacts SET changed_at = ? WHERE id = ? AND force_id = ?', [
    services.clock.now(),
    contactId,
    forceId,
  ])
  tx.afterCommit(() => services.bus.publish(`inbox:${forceId}`))
}
