import type { ThriveRecord } from '../../schema/api/thrive.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { getSeen, supervises } from '../inbox/rights.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { readRecords } from './read-thrive.ts'

/** The second person decides about a grade that somebody else wants to lower: someone who supervises the contact, and not the one who signed. */
export async function agreeToLower(
  services: Services,
  principal: Principal,
  id: string,
  agree: boolean,
): Promise<ThriveRecord> {
  return services.db.write(async (tx) => {
    const [row] = await tx.all<{ contact_id: string; signed_by: string; status: string; grade: string }>(
      'SELECT contact_id, signed_by, status, grade FROM thrive_records WHERE id = ? AND force_id = ?',
      [id, principal.forceId],
    )
    if (!row) throw new AppError('not-found', 'There is no such record.')
    const contact = await getSeen(tx, principal, row.contact_id)
    if (!supervises(principal, contact)) throw new AppError('not-allowed', 'You do not supervise this department.')
    if (row.signed_by === principal.userId)
      throw new AppError('not-allowed', 'A second person has to agree. You signed it yourself.')
    if (row.status !== 'waiting') throw new AppError('conflict', 'This has been decided already.')
    const now = services.clock.now()
    await tx.run('UPDATE thrive_records SET status = ?, second_by = ?, second_at = ? WHERE id = ?', [
      agree ? 'holds' : 'refused',
      principal.userId,
      now,
      id,
    ])
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'supervisor'),
      department: contact.department,
      operation: 'alteration',
      objectType: 'contact',
      objectId: contact.id,
      outcome: 'done',
      payload: { does: agree ? 'agree-to-lower' : 'refuse-to-lower', record: id, grade: row.grade },
    })
    await touchContact(tx, services, principal.forceId, contact.id)
    const decided = (await readRecords(tx, contact.id)).find((record) => record.id === id)
    if (!decided) throw new Error('A record that was written cannot be read.')
    return decided
  })
}
