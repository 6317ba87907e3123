import type { Services } from '../services.ts'
import { findWarnings } from './find-warnings.ts'
import { raiseWarning } from './raise-warning.ts'

interface Standing {
  id: string
  contact_id: string
  kind: string
}

/**
 * Raises what is wrong now and clears what no longer is. What a rule of a department raised stands until somebody has seen
 * to it, or the contact is closed: its cause is a moment, and not a state.
 */
export async function watchDesk(services: Services, forceId: string): Promise<void> {
  const found = await findWarnings(services, forceId)
  const standing = await services.db.read.all<Standing & { closed: number }>(
    `SELECT w.id, w.contact_id, w.kind, CASE WHEN c.status = 'closed' THEN 1 ELSE 0 END AS closed
     FROM desk_warnings w JOIN contacts c ON c.id = w.contact_id WHERE w.force_id = ? AND w.cleared_at IS NULL`,
    [forceId],
  )
  const isOf = (a: { contactId: string; kind: string }, b: Standing) =>
    a.contactId === b.contact_id && a.kind === b.kind
  const fresh = found.filter((one) => !standing.some((other) => isOf(one, other)))
  const over = standing.filter((one) =>
    one.kind === 'escalated' ? one.closed === 1 : !found.some((other) => isOf(other, one)),
  )
  if (fresh.length === 0 && over.length === 0) return
  await services.db.write(async (tx) => {
    const at = services.clock.now()
    for (const one of fresh) await raiseWarning(tx, { ...one, forceId, at })
    for (const { id } of over) await tx.run('UPDATE desk_warnings SET cleared_at = ? WHERE id = ?', [at, id])
    tx.afterCommit(() => services.bus.publish(`inbox:${forceId}`))
  })
}
