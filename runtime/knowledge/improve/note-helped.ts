import type { Transaction } from '../../db/database.ts'

/** Keeps beside the contact's last answered question whether the answer helped. */
export async function noteHelped(tx: Transaction, contactId: string, helped: boolean): Promise<void> {
  await tx.run(
    `UPDATE asked_questions SET helped = ? WHERE id = (
       SELECT id FROM asked_questions WHERE contact_id = ? AND outcome = 'answered' ORDER BY at DESC, id DESC LIMIT 1)`,
    [helped ? 1 : 0, contactId],
  )
}
