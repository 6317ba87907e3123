import type { CallBack, callOutcomes } from '../../schema/api/call-backs.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'
import type { Services } from '../services.ts'
import { recordConsultation } from './record-consultation.ts'
import { seenBy } from './rights.ts'

interface Row {
  id: string
  contact_id: string
  number: number
  visitor_name: string | null
  department: string
  phone: string
  at: number
  owner_id: string | null
  owner: string | null
}

/** Those that are open and of contacts that the person may see, the longest first. */
async function readOpen(reader: Pick<Reader, 'all'>, principal: Principal): Promise<CallBack[]> {
  const seen = seenBy(principal)
  const rows = await reader.all<Row>(
    `SELECT b.id, b.contact_id, c.number, c.visitor_name, b.department, b.phone, b.at, b.owner_id, u.name AS owner
     FROM call_backs b JOIN contacts c ON c.id = b.contact_id LEFT JOIN users u ON u.id = b.owner_id
     WHERE b.force_id = ? AND b.done_at IS NULL AND ${seen.sql} ORDER BY b.at LIMIT 500`,
    [principal.forceId, ...seen.params],
  )
  return rows.map(({ contact_id, visitor_name, at, owner_id, owner, ...row }) => ({
    ...row,
    contact: contact_id,
    name: visitor_name,
    at: isoTime(at),
    owner: owner_id === null ? null : { id: owner_id, name: owner ?? 'Somebody' },
  }))
}

export async function listCallBacks(services: Services, principal: Principal): Promise<CallBack[]> {
  const open = await readOpen(services.db.read, principal)
  await recordConsultation(services, principal, [...new Set(open.map(({ contact }) => contact))])
  return open
}

/** One person rings one visitor: whoever comes second is told. */
export async function takeCallBack(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const call = await getOpen(tx, principal, id)
    const taken = await tx.run(
      'UPDATE call_backs SET owner_id = ? WHERE id = ? AND done_at IS NULL AND (owner_id IS NULL OR owner_id = ?)',
      [principal.userId, id, principal.userId],
    )
    if (taken === 0) throw new AppError('conflict', 'A colleague has this call back.')
    await record(tx, services, principal, call, { does: 'take-call-back', callBack: id })
  })
}

export async function finishCallBack(
  services: Services,
  principal: Principal,
  id: string,
  outcome: (typeof callOutcomes)[number],
): Promise<void> {
  await services.db.write(async (tx) => {
    const call = await getOpen(tx, principal, id)
    if (call.owner?.id !== principal.userId) throw new AppError('conflict', 'Take this call back first.')
    // Nobody was reached: it waits for the next try, of anybody.
    if (outcome === 'no-answer') await tx.run('UPDATE call_backs SET owner_id = NULL WHERE id = ?', [id])
    else
      await tx.run('UPDATE call_backs SET done_at = ?, outcome = ? WHERE id = ?', [services.clock.now(), outcome, id])
    await record(tx, services, principal, call, { does: 'finish-call-back', callBack: id, outcome })
  })
}

async function getOpen(tx: Transaction, principal: Principal, id: string): Promise<CallBack> {
  const call = (await readOpen(tx, principal)).find((one) => one.id === id)
  if (!call) throw new AppError('not-found', 'There is no such call back.')
  return call
}

async function record(
  tx: Transaction,
  services: Services,
  principal: Principal,
  { contact, department }: CallBack,
  payload: unknown,
): Promise<void> {
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'operator', 'supervisor'),
    department,
    operation: 'alteration',
    objectType: 'contact',
    objectId: contact,
    outcome: 'done',
    payload,
  })
  tx.afterCommit(() => services.bus.publish(`inbox:${principal.forceId}`))
}
