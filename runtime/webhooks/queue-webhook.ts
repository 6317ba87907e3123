import type { WebhookKind } from '../../schema/api/webhooks.ts'
import type { Transaction } from '../db/database.ts'
import { webhookDeliveries } from '../db/tables/messages.ts'
import { newId } from '../ids.ts'

/** What happened, for other systems. `data` holds ids and kinds of ours: nothing that a visitor wrote or is known by. */
export interface WebhookEvent {
  forceId: string
  kind: WebhookKind
  data: Readonly<Record<string, string | number | null>>
  at: number
}

/**
 * Puts a message into the outbox of every webhook that wants to know, in the transaction of what happened: either both
 * are there or neither is. While a webhook is paused its messages wait; while it is off there are none.
 */
export async function queueWebhook(tx: Transaction, { forceId, kind, data, at }: WebhookEvent): Promise<void> {
  const told = await tx.all<{ id: string }>(
    `SELECT id FROM webhooks WHERE force_id = ? AND state <> 'off' AND kinds LIKE ?`,
    [forceId, `%"${kind}"%`],
  )
  for (const { id } of told) await insertMessage(tx, { forceId, webhookId: id, kind, data, at })
}

/** One message for one webhook; its id, by which the receiver knows a repetition. */
export async function insertMessage(
  tx: Transaction,
  message: { forceId: string; webhookId: string; kind: string; data: WebhookEvent['data']; at: number },
): Promise<string> {
  const { forceId, webhookId, kind, data, at } = message
  const id = newId('msg')
  await tx.orm.insert(webhookDeliveries).values({
    id,
    forceId,
    webhookId,
    kind,
    body: JSON.stringify({ type: kind, timestamp: new Date(at).toISOString(), data }),
    status: 'waiting',
    attempts: 0,
    dueAt: at,
    at,
    answer: null,
    problem: null,
  })
  return id
}
