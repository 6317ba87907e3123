import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { isWarningFor, readStandingWarnings } from './read-warnings.ts'

/** Somebody has seen to what a rule of the department raised. The others go when their cause is gone. */
export async function clearWarning(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const standing = await readStandingWarnings(tx, principal.forceId)
    const warning = standing.find((one) => one.id === id && isWarningFor(principal, one))
    if (!warning) throw new AppError('not-found', 'There is no such warning.')
    if (warning.kind !== 'escalated') throw new AppError('conflict', 'This goes by itself when its cause is gone.')
    const now = services.clock.now()
    await tx.run('UPDATE desk_warnings SET cleared_at = ? WHERE id = ?', [now, id])
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'supervisor'),
      department: warning.department,
      operation: 'alteration',
      objectType: 'warning',
      objectId: id,
      outcome: 'done',
      payload: { does: 'clear', contact: warning.contact },
    })
    tx.afterCommit(() => services.bus.publish(`inbox:${principal.forceId}`))
  })
}
