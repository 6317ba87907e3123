import { eq } from 'drizzle-orm'
import { Limits, noLimits } from '../../schema/limits.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { forces } from '../db/tables/accounts.ts'
import type { Services } from '../services.ts'

/** The limits as they are stored. Where that cannot be read there are none: a fault must never turn visitors away. */
export function toLimits(stored: string): Limits {
  try {
    return Limits.parse(JSON.parse(stored))
  } catch {
    return noLimits
  }
}

/** Sets the limits. Contacts that have begun go on as they are. */
export async function saveLimits(services: Services, principal: Principal, limits: Limits): Promise<Limits> {
  const { forceId } = principal
  await services.db.write(async (tx) => {
    const [before] = await tx.orm.select({ limits: forces.limits }).from(forces).where(eq(forces.id, forceId))
    await tx.orm
      .update(forces)
      .set({ limits: JSON.stringify(limits) })
      .where(eq(forces.id, forceId))
    await appendEntry(tx, {
      forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'admin'),
      operation: 'setting',
      objectType: 'limits',
      objectId: forceId,
      outcome: 'done',
      payload: { before: toLimits(before?.limits ?? ''), after: limits },
    })
  })
  await services.reloadForces()
  services.bus.publish(`settings:${forceId}`)
  return limits
}
