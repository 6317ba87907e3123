import type { WarningKind } from '../../schema/api/warnings.ts'
import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'

export interface WarningDraft {
  forceId: string
  contactId: string
  department: string | null
  kind: WarningKind
  text: string
  at: number
}

/** Puts a warning before whoever supervises. One that stands already, of the same kind and contact, is not said twice. */
export async function raiseWarning(tx: Transaction, draft: WarningDraft): Promise<void> {
  const [standing] = await tx.all<{ id: string }>(
    'SELECT id FROM desk_warnings WHERE contact_id = ? AND kind = ? AND cleared_at IS NULL',
    [draft.contactId, draft.kind],
  )
  if (standing) return
  await tx.run(
    `INSERT INTO desk_warnings (id, force_id, contact_id, department, kind, text, raised_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [newId('wrn'), draft.forceId, draft.contactId, draft.department, draft.kind, draft.text, draft.at],
  )
}
