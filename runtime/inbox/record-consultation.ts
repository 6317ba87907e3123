import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'

/** For this long after somebody was shown a contact in a list, being shown it again is the same consultation. */
const oneConsultation = 3_600_000

const shownTo = new WeakMap<Services, Map<string, number>>()

/**
 * Records that a person was shown these contacts in a list: once for each person and contact in an hour, because the
 * inbox reads its list at every wake-up. Opening a contact is recorded every time, elsewhere.
 */
export async function recordConsultation(
  services: Services,
  principal: Principal,
  contacts: readonly string[],
): Promise<void> {
  const now = services.clock.now()
  const shown = shownTo.get(services) ?? new Map<string, number>()
  shownTo.set(services, shown)
  for (const [key, at] of shown) if (now - at >= oneConsultation) shown.delete(key)
  const fresh = contacts.filter((id) => !shown.has(`${principal.userId} ${id}`))
  if (fresh.length === 0) return
  await services.db.write((tx) =>
    appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'operator', 'supervisor'),
      operation: 'consultation',
      objectType: 'contacts',
      objectId: principal.forceId,
      outcome: 'done',
      payload: { contacts: fresh },
    }),
  )
  for (const id of fresh) shown.set(`${principal.userId} ${id}`, now)
}
