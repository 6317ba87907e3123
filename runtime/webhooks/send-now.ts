import { and, eq } from 'drizzle-orm'
import type { WebhookDelivery } from '../../schema/api/webhooks.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { webhookDeliveries } from '../db/tables/messages.ts'
import type { Services } from '../services.ts'
import { deliver } from './deliver.ts'
import { insertMessage } from './queue-webhook.ts'
import { getWebhook, toDelivery } from './webhooks.ts'

/** Sends a message that says nothing but that it is a test, and tells at once what came of it. It is tried once. */
export async function sendTest(services: Services, principal: Principal, id: string): Promise<WebhookDelivery> {
  const at = services.clock.now()
  const { forceId } = principal
  const delivery = await services.db.write(async (tx) => {
    await getWebhook(tx, principal, id)
    return insertMessage(tx, { forceId, webhookId: id, kind: 'test', data: { webhook: id }, at })
  })
  if (!(await deliver(services, delivery)))
    await services.db.write((tx) =>
      tx.run(`UPDATE webhook_deliveries SET status = 'failed' WHERE id = ? AND status = 'waiting'`, [delivery]),
    )
  return getDelivery(services, id, delivery)
}

/** Sends a message again under its own id, whatever became of it before. */
export async function sendAgain(
  services: Services,
  principal: Principal,
  id: string,
  delivery: string,
): Promise<WebhookDelivery> {
  const now = services.clock.now()
  await services.db.write(async (tx) => {
    await getWebhook(tx, principal, id)
    const changed = await tx.run(
      `UPDATE webhook_deliveries SET status = 'waiting', due_at = ? WHERE id = ? AND webhook_id = ?`,
      [now, delivery, id],
    )
    if (changed === 0) throw new AppError('not-found', 'There is no such message.')
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'admin'),
      operation: 'disclosure',
      objectType: 'webhook',
      objectId: id,
      outcome: 'done',
      payload: { does: 'sent again', message: delivery },
    })
  })
  await deliver(services, delivery)
  return getDelivery(services, id, delivery)
}

async function getDelivery({ db }: Services, id: string, delivery: string): Promise<WebhookDelivery> {
  const own = and(eq(webhookDeliveries.id, delivery), eq(webhookDeliveries.webhookId, id))
  const [row] = await db.read.orm.select().from(webhookDeliveries).where(own)
  if (!row) throw new AppError('not-found', 'There is no such message.')
  return toDelivery(row)
}
