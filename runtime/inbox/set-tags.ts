import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { getSeen } from './rights.ts'
import { touchContact } from './touch-contact.ts'

/** Says what a contact is tagged with: all of it, in the place of what was there. */
export async function setTags(
  services: Services,
  principal: Principal,
  id: string,
  wanted: readonly string[],
): Promise<string[]> {
  const tags = [...new Set(wanted.map((tag) => tag.trim().toLowerCase()))].sort()
  return services.db.write(async (tx) => {
    const contact = await getSeen(tx, principal, id)
    const now = services.clock.now()
    await tx.run('DELETE FROM contact_tags WHERE contact_id = ? AND force_id = ?', [id, principal.forceId])
    for (const tag of tags)
      await tx.run('INSERT INTO contact_tags (contact_id, tag, force_id, at) VALUES (?, ?, ?, ?)', [
        id,
        tag,
        principal.forceId,
        now,
      ])
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'operator', 'supervisor'),
      department: contact.department,
      operation: 'alteration',
      objectType: 'contact',
      objectId: id,
      outcome: 'done',
      payload: { does: 'tag', tags },
    })
    await touchContact(tx, services, principal.forceId, id)
    return tags
  })
}
