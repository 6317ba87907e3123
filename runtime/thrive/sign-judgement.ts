import type { ThriveRecord } from '../../schema/api/thrive.ts'
import { AppError } from '../../schema/app-error.ts'
import { isLower, needsSecond, reviewMinutes, type ThriveJudgement } from '../../schema/thrive.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { newId } from '../ids.ts'
import { getSeen } from '../inbox/rights.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { readRecords } from './read-thrive.ts'

const minute = 60_000

/**
 * Signs a judgement. It holds at once, unless it lowers a grade of which the lowering needs a second person: until one
 * agrees, the grade before it goes on to hold, and so does its clock.
 */
export async function signJudgement(
  services: Services,
  principal: Principal,
  contactId: string,
  { reason, grade, ...judged }: ThriveJudgement & { reason?: string | undefined },
): Promise<ThriveRecord> {
  return services.db.write(async (tx) => {
    const contact = await getSeen(tx, principal, contactId)
    const records = await readRecords(tx, contactId)
    const before = records.find(({ status }) => status === 'holds')
    const lowers = before !== undefined && isLower(grade, before.grade)
    if (lowers && !reason) throw new AppError('not-valid', 'Say why the grade is lowered.')
    const known = await tx.all<{ seq: number }>('SELECT seq FROM events WHERE contact_id = ?', [contactId])
    const seqs = new Set(known.map(({ seq }) => Number(seq)))
    if (judged.evidence.some((seq) => !seqs.has(seq)))
      throw new AppError('not-valid', 'A line of evidence is not in this contact.')
    const waits = lowers && needsSecond.has(before.grade)
    const id = newId('thr')
    const now = services.clock.now()
    const minutes = reviewMinutes[grade]
    await tx.run(
      `INSERT INTO thrive_records (id, force_id, contact_id, n, grade, record, reason, signed_by, signed_at, status, review_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        principal.forceId,
        contactId,
        records.length + 1,
        grade,
        JSON.stringify(judged),
        lowers ? (reason ?? null) : null,
        principal.userId,
        now,
        waits ? 'waiting' : 'holds',
        minutes === null ? null : now + minutes * minute,
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
      payload: {
        does: 'sign-thrive',
        record: id,
        grade,
        before: before?.grade ?? null,
        reason: reason ?? null,
        ...judged,
      },
    })
    await touchContact(tx, services, principal.forceId, contactId)
    const signed = (await readRecords(tx, contactId)).find((record) => record.id === id)
    if (!signed) throw new Error('A record that was written cannot be read.')
    return signed
  })
}
