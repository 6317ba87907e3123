import { alertLevels } from '../../schema/alert-levels.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { readSafetySettings } from './safety-settings.ts'

interface DueAlert {
  id: string
  force_id: string
  contact_id: string
  verdict: 'emergency' | 'safeguarding'
  level: number
}

const pause = 500
const takenAtOnce = 100

/**
 * Takes alerts that nobody acknowledged in time one level higher. The time is a column of the alert, so a restart loses
 * none, and one that fell due meanwhile goes up at once; level and audit entry are one transaction, and whoever
 * acknowledges in the same moment either comes before it or after it.
 */
export function startEscalationWorker(services: Services) {
  return lookAgain(services, { pause, failed: 'alerts could not be looked at', look: () => escalateDue(services) })
}

/** Takes every alert that is due now one level higher. */
export async function escalateDue(services: Services): Promise<void> {
  const due = await services.db.read.all<DueAlert>(
    `SELECT id, force_id, contact_id, verdict, level FROM alerts
     WHERE due_at <= ? AND acknowledged_at IS NULL ORDER BY due_at LIMIT ${takenAtOnce}`,
    [services.clock.now()],
  )
  await Promise.all(due.map((alert) => escalate(services, alert)))
}

async function escalate(services: Services, alert: DueAlert): Promise<void> {
  await services.db.write(async (tx) => {
    const now = services.clock.now()
    const level = alert.level + 1
    const told = alertLevels[level]
    const { escalation } = await readSafetySettings(tx, alert.force_id)
    const next = told === 'supervisors' ? now + 1_000 * escalation[alert.verdict].everyone : null
    const changed = await tx.run(
      'UPDATE alerts SET level = ?, due_at = ? WHERE id = ? AND level = ? AND due_at <= ? AND acknowledged_at IS NULL',
      [Math.min(level, alertLevels.length - 1), next, alert.id, alert.level, now],
    )
    if (changed === 0) return
    await appendEntry(tx, {
      forceId: alert.force_id,
      at: now,
      actor: { id: 'escalation', role: 'system' },
      operation: 'alteration',
      objectType: 'alert',
      objectId: alert.id,
      outcome: 'done',
      payload: { contact: alert.contact_id, verdict: alert.verdict, told: told ?? 'everyone' },
    })
    tx.afterCommit(() => services.bus.publish(`inbox:${alert.force_id}`))
  })
}
