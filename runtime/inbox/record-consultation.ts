import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'

/** For this long after somebody was shown a contact in a list, being shown it again is the same consultation. */
const oneConsultation = 3_600_000

/** When each person was last shown which contact, by person. */
type Shown = Map<string, Map<string, number>>
const shownTo = new WeakMap<Services, Shown>()

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
  const everybody: Shown = shownTo.get(services) ?? new Map()
  shownTo.set(services, everybody)
  const shown = everybody.get(principal.userId) ?? new Map<string, number>()
  everybody.set(principal.userId, shown)
  const fresh = contacts.filter((id) => now - (shown.get(id) ?? Number.NEGATIVE_INFINITY) >= oneConsultation)
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
  forgetOld(shown, now)
  for (const id of fresh) {
    shown.delete(id)
    shown.set(id, now)
  }
}

/** What was shown first stands first, so only what is old is looked at: this runs for everybody at every new contact. */
function forgetOld(shown: Map<string, number>, now: number): void {
  for (const [id, at] of shown) {
    if (now - at < oneConsultation) return
    shown.delete(id)
  }
}
