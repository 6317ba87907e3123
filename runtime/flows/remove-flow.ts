import { and, eq } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { flows } from '../db/tables/flows.ts'
import { sites } from '../db/tables/sites.ts'
import type { Services } from '../services.ts'
import { getFlowRow } from './flow-row.ts'

/** Puts a flow away. Its versions stay: contacts run on them, and the audit log speaks of them. */
export async function removeFlow(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    await getFlowRow(tx, principal, id)
    const [site] = await tx.orm
      .select({ name: sites.name })
      .from(sites)
      .where(and(eq(sites.flowId, id), eq(sites.forceId, principal.forceId)))
    if (site) throw new AppError('conflict', `The website "${site.name}" uses this flow. Give it another flow first.`)
    const now = services.clock.now()
    await tx.orm.update(flows).set({ removedAt: now }).where(eq(flows.id, id))
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'designer', 'admin'),
      operation: 'setting',
      objectType: 'flow',
      objectId: id,
      outcome: 'done',
      payload: { does: 'remove' },
    })
  })
}
