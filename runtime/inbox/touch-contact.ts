import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'

/** Tells the inbox, after the commit, that something about a contact changed that was no turn of it: a note, a tag. */
export async function touchContact(
  tx: Transaction,
  services: Pick<Services, 'clock' | 'bus'>,
  forceId: string,
  contactId: string,
): Promise<void> {
  // Two touches in one millisecond are two: the board tells them apart by this.
  const now = services.clock.now()
  await tx.run(
    'UPDATE contacts SET changed_at = CASE WHEN changed_at < ? THEN ? ELSE changed_at + 1 END WHERE id = ? AND force_id = ?',
    [now, now, contactId, forceId],
  )
  tx.afterCommit(() => services.bus.publish(`inbox:${forceId}`))
}
