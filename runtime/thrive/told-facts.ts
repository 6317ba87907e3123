import type { z } from 'zod'
import type { ToldFact, thriveRoutes } from '../../schema/api/thrive.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { newId } from '../ids.ts'
import { getSeen } from '../inbox/rights.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { readTold } from './read-thrive.ts'

/** Keeps what the visitor was told. What stands is never changed: that a promise was kept is a fact of its own. */
export async function keepTold(
  services: Services,
  principal: Principal,
  contactId: string,
  fact: z.output<typeof thriveRoutes.tell.body>,
): Promise<ToldFact> {
  return services.db.write(async (tx) => {
    const contact = await getSeen(tx, principal, contactId)
    const before = await readTold(tx, contactId)
    if (fact.kind === 'kept' && !before.some(({ id }) => id === fact.of))
      throw new AppError('not-valid', 'Say which promise was kept.')
    if (fact.kind === 'reference' && !fact.reference) throw new AppError('not-valid', 'Say which reference.')
    const id = newId('told')
    const now = services.clock.now()
    await tx.run(
      `INSERT INTO told_facts (id, force_id, contact_id, n, kind, due_at, reference, words, "of", "by", at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        principal.forceId,
        contactId,
        before.length + 1,
        fact.kind,
        fact.dueAt === undefined ? null : Date.parse(fact.dueAt),
        fact.reference ?? null,
        fact.words,
        fact.of ?? null,
        principal.userId,
        now,
      ],
    )
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'operator', 'supervisor'),
      department: contact.department,
      operation: 'alteration',
      objectType: 'contact',
      objectId: contactId,
      outcome: 'done',
      payload: { does: 'told', fact: id, ...fact },
    })
    await touchContact(tx, services, principal.forceId, contactId)
    const kept = (await readTold(tx, contactId)).find((one) => one.id === id)
    if (!kept) throw new Error('A fact that was written cannot be read.')
    return kept
  })
}
