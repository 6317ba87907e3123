import type { ContactDetail } from '../../schema/api/inbox.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { readFacts } from './read-facts.ts'
import { getSeen } from './rights.ts'

/** One contact with its whole log. Reading it is an act: it and its audit entry are one transaction, or neither happens. */
export async function getContact(services: Services, principal: Principal, id: string): Promise<ContactDetail> {
  return services.db.write(async (tx) => {
    const { department } = await getSeen(tx, principal, id)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'operator', 'supervisor'),
      department,
      operation: 'consultation',
      objectType: 'contact',
      objectId: id,
      outcome: 'done',
      payload: {},
    })
    const read = await readFacts(tx, services, principal.forceId, id)
    if (!read) throw new AppError('not-found', 'There is no such contact.')
    return { ...read.facts, events: read.events }
  })
}
