import type { Alert } from '../../schema/api/inbox.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { type AlertRead, selectAlerts, toAlert } from './contact-summary.ts'

/** Takes an alert by name. Whoever comes second is told who was first, and changes nothing. */
export async function acknowledgeAlert(services: Services, principal: Principal, id: string): Promise<Alert> {
  return services.db.write(async (tx) => {
    const now = services.clock.now()
    const taken = await tx.run(
      'UPDATE alerts SET acknowledged_at = ?, acknowledged_by = ? WHERE id = ? AND force_id = ? AND acknowledged_at IS NULL',
      [now, principal.userId, id, principal.forceId],
    )
    const [row] = await tx.all<AlertRead>(`${selectAlerts} WHERE a.id = ? AND a.force_id = ?`, [id, principal.forceId])
    if (!row) throw new AppError('not-found', 'There is no such alert.')
    if (taken === 0) return toAlert(row)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'operator', 'supervisor'),
      operation: 'alteration',
      objectType: 'alert',
      objectId: id,
      outcome: 'done',
      payload: { contact: row.contact_id },
    })
    tx.afterCommit(() => services.bus.publish(`inbox:${principal.forceId}`))
    return toAlert(row)
  })
}
