import type { Turn } from '../contact/turn.ts'
import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import { queueWebhook } from '../webhooks/queue-webhook.ts'
import { readSafetySettings } from './safety-settings.ts'

interface AlertOrigin {
  forceId: string
  contactId: string
  /** The contact's number. */
  number: number
  /** The turn that raises it. */
  turn: number
}

/** Writes an alert in the transaction of its turn: advice, alert and the time when it goes higher stand or fall together. */
export async function raiseAlert(
  tx: Transaction,
  origin: AlertOrigin,
  alert: NonNullable<Turn['alert']>,
  now: number,
): Promise<void> {
  const id = newId('alr')
  const { escalation } = await readSafetySettings(tx, origin.forceId)
  await tx.run(
    `INSERT INTO alerts (id, force_id, contact_id, number, verdict, words, assessment, raised_at, level, due_at, turn)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
    [
      id,
      origin.forceId,
      origin.contactId,
      origin.number,
      alert.verdict,
      alert.words,
      JSON.stringify(alert.assessment),
      now,
      now + 1_000 * escalation[alert.verdict].supervisors,
      origin.turn,
    ],
  )
  await queueWebhook(tx, {
    forceId: origin.forceId,
    kind: 'alert.raised',
    data: { alert: id, contact: origin.contactId, number: origin.number, verdict: alert.verdict },
    at: now,
  })
}
