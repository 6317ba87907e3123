import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Services } from '../../services.ts'
import { closeAsked } from './close-asked.ts'

/** Puts asked questions away: they are a gap no longer. Others may be asked again and make it anew. */
export async function putAway(services: Services, principal: Principal, asked: readonly string[]): Promise<void> {
  const { forceId } = principal
  const at = services.clock.now()
  await services.db.write(async (tx) => {
    await closeAsked(tx, principal, asked, at)
    await appendEntry(tx, {
      forceId,
      at,
      actor: toActor(principal, 'designer', 'admin'),
      operation: 'alteration',
      objectType: 'asked-questions',
      objectId: asked[0] ?? '',
      outcome: 'done',
      payload: { does: 'put-away', asked },
    })
    tx.afterCommit(() => services.bus.publish(`knowledge:${forceId}`))
  })
}
