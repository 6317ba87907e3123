import type { Alert } from '../../schema/api/inbox.ts'
import { AppError } from '../../schema/app-error.ts'
import { departmentsOf, type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { type AlertRead, selectAlerts, toAlert } from '../inbox/contact-summary.ts'
import { getSeen } from '../inbox/rights.ts'
import type { Services } from '../services.ts'
import { queueWebhook } from '../webhooks/queue-webhook.ts'

/**
 * Takes an alert by name, and with it those that the same contact raised before and nobody took: whoever answers for the
 * last one has the contact before them. Whoever comes second is told who was first, and changes nothing.
 */
export async function acknowledgeAlert(services: Services, principal: Principal, id: string): Promise<Alert> {
  return services.db.write(async (tx) => {
    const now = services.clock.now()
    const asked = await findAlert(tx, principal, id)
    // An emergency is everybody's; of other alerts only those are told who may see the contact, or supervise.
    if (asked.verdict !== 'emergency' && departmentsOf(principal, 'supervisor').length === 0)
      await getSeen(tx, principal, asked.contact_id)
    const taken = await tx.all<{ id: string }>(
      `UPDATE alerts SET acknowledged_at = ?, acknowledged_by = ?, due_at = NULL
       WHERE force_id = ? AND acknowledged_at IS NULL AND (id = ? OR (contact_id = ? AND raised_at <= ?)) RETURNING id`,
      [now, principal.userId, principal.forceId, id, asked.contact_id, asked.raised_at],
    )
    for (const alert of taken) {
      await appendEntry(tx, {
        forceId: principal.forceId,
        at: now,
        actor: toActor(principal, 'operator', 'supervisor'),
        operation: 'alteration',
        objectType: 'alert',
        objectId: alert.id,
        outcome: 'done',
        payload: { contact: asked.contact_id, level: asked.level, afterMs: now - asked.raised_at },
      })
      await queueWebhook(tx, {
        forceId: principal.forceId,
        kind: 'alert.acknowledged',
        data: { alert: alert.id, contact: asked.contact_id, person: principal.userId },
        at: now,
      })
    }
    if (taken.length > 0) tx.afterCommit(() => services.bus.publish(`inbox:${principal.forceId}`))
    return toAlert(await findAlert(tx, principal, id))
  })
}

async function findAlert(tx: Transaction, principal: Principal, id: string): Promise<AlertRead> {
  const [row] = await tx.all<AlertRead>(`${selectAlerts} WHERE a.id = ? AND a.force_id = ?`, [id, principal.forceId])
  if (!row) throw new AppError('not-found', 'There is no such alert.')
  return row
}
