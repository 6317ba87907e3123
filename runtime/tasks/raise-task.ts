import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'

/** Something that a person has to look at. With `connection`, a call whose outcome nobody knows. */
export interface TaskDraft {
  text: string
  connection?: string | undefined
}

/** Puts a task before whoever sees the contact. It stands until a person says what they found. */
export async function raiseTask(
  tx: Transaction,
  contact: { id: string; force_id: string },
  { text, connection }: TaskDraft,
  now: number,
): Promise<void> {
  await tx.run('INSERT INTO tasks (id, force_id, contact_id, connection, text, at) VALUES (?, ?, ?, ?, ?, ?)', [
    newId('tsk'),
    contact.force_id,
    contact.id,
    connection ?? null,
    text,
    now,
  ])
}
