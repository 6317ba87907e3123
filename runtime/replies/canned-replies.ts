import { CannedReply } from '../../schema/api/replies.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Services } from '../services.ts'

interface Row {
  id: string
  title: string
  department: string | null
  text: string
  approved: number
}

/** All canned replies of a force, by title. */
export async function listReplies(reader: Pick<Reader, 'all'>, forceId: string): Promise<CannedReply[]> {
  const rows = await reader.all<Row>(
    'SELECT id, title, department, text, approved FROM canned_replies WHERE force_id = ? ORDER BY title, id',
    [forceId],
  )
  return rows.map((row) => CannedReply.parse({ ...row, text: JSON.parse(row.text), approved: row.approved === 1 }))
}

type Wanted = Omit<CannedReply, 'id'>

export async function createReply(services: Services, principal: Principal, wanted: Wanted): Promise<CannedReply> {
  return save(services, principal, newId('rpl'), wanted, 'create')
}

export async function saveReply(
  services: Services,
  principal: Principal,
  id: string,
  wanted: Wanted,
): Promise<CannedReply> {
  return save(services, principal, id, wanted, 'change')
}

export async function removeReply(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const removed = await tx.run('DELETE FROM canned_replies WHERE id = ? AND force_id = ?', [id, principal.forceId])
    if (removed === 0) throw new AppError('not-found', 'There is no such reply.')
    await record(tx, services, principal, id, { does: 'remove' })
  })
}

async function save(
  services: Services,
  principal: Principal,
  id: string,
  { title, department, text, approved }: Wanted,
  does: 'create' | 'change',
): Promise<CannedReply> {
  if (department !== null && !services.settingsOf(principal.forceId).some((one) => one.id === department))
    throw new AppError('not-found', 'There is no such department.')
  const values = [department, title, JSON.stringify(text), approved ? 1 : 0, services.clock.now(), principal.userId]
  await services.db.write(async (tx) => {
    if (does === 'create')
      await tx.run(
        `INSERT INTO canned_replies (department, title, text, approved, saved_at, saved_by, id, force_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [...values, id, principal.forceId],
      )
    else {
      const changed = await tx.run(
        `UPDATE canned_replies SET department = ?, title = ?, text = ?, approved = ?, saved_at = ?, saved_by = ?
         WHERE id = ? AND force_id = ?`,
        [...values, id, principal.forceId],
      )
      if (changed === 0) throw new AppError('not-found', 'There is no such reply.')
    }
    await record(tx, services, principal, id, { does, title, department, text, approved })
  })
  return { id, title, department, text, approved }
}

async function record(
  tx: Transaction,
  services: Services,
  principal: Principal,
  id: string,
  payload: unknown,
): Promise<void> {
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'supervisor', 'admin'),
    operation: 'setting',
    objectType: 'canned-reply',
    objectId: id,
    outcome: 'done',
    payload,
  })
}
