import { setTimeout as sleep } from 'node:timers/promises'
import type { DeskCall } from '../../schema/api/desk-calls.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { type KnownConnection, performHttp } from '../effects/http-effect.ts'
import type { Performed } from '../effects/perform-effect.ts'
import { newId } from '../ids.ts'
import { insertNote } from '../inbox/notes.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { raiseTask } from '../tasks/raise-task.ts'
import { type ChosenAction, prepare } from './desk-actions.ts'
import { judgeDeskCall, wordsForStatus } from './judge-desk-call.ts'
import { fillRequest } from './try-call.ts'

type Status = DeskCall['status']

const tries = 3
/** For how long a call may be under way: after that the process that made it is gone. Milliseconds. */
const lease = 600_000

/**
 * Makes a call in another system for a contact, once for each key. That it begins is written down before it is made and
 * how it ended afterwards; one that nobody ended is unknown and a task (`end-lost-calls.ts`).
 */
export async function makeDeskCall(
  services: Services,
  principal: Principal,
  contactId: string,
  { key, ...chosen }: ChosenAction & { key: string },
): Promise<DeskCall> {
  const { db, clock } = services
  const begun = await db.write(async (tx) => {
    const { contact, connection, action, call } = await prepare(tx, services, principal, contactId, chosen)
    const [before] = await tx.all<{ id: string; status: Status; reference: string | null }>(
      'SELECT id, status, reference FROM desk_calls WHERE contact_id = ? AND key = ?',
      [contactId, key],
    )
    if (before) return { before, connection, action }
    const filled = fillRequest(connection, { ...call, timeoutMs: connection.timeoutMs })
    if (filled.refused !== null) throw new AppError('not-valid', filled.refused)
    const id = newId('call')
    await tx.run(
      `INSERT INTO desk_calls (id, force_id, contact_id, key, connection, system, name, status, "by", at, due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'running', ?, ?, ?)`,
      [
        id,
        principal.forceId,
        contactId,
        key,
        chosen.connection,
        connection.name,
        action.name,
        principal.userId,
        clock.now(),
        clock.now() + lease,
      ],
    )
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: clock.now(),
      actor: toActor(principal, 'operator', 'supervisor'),
      department: contact.department,
      operation: 'disclosure',
      objectType: 'contact',
      objectId: contactId,
      outcome: 'done',
      payload: {
        does: 'desk-call',
        call: id,
        connection: chosen.connection,
        action: action.id,
        request: filled.request,
      },
    })
    return { before: undefined, id, contact, connection, action, call }
  })
  const { connection, action } = begun
  const named = { system: connection.name, name: action.name }
  if (begun.before) return { ...begun.before, ...named, words: wordsForStatus(begun.before.status), answer: null }

  const { id, contact, call } = begun
  const ended = judgeDeskCall(
    chosen.connection,
    connection,
    action,
    await perform(id, connection, chosen.connection, call),
  )
  await db.write(async (tx) => {
    const changed = await tx.run(
      `UPDATE desk_calls SET status = ?, reference = ?, due_at = NULL WHERE id = ? AND status = 'running'`,
      [ended.status, ended.reference, id],
    )
    if (changed === 0) return
    if (ended.task) await raiseTask(tx, { id: contactId, force_id: principal.forceId }, ended.task, clock.now())
    await insertNote(tx, services, principal, contact, 'note', `${connection.name}, ${action.name}: ${ended.words}`)
    await touchContact(tx, services, principal.forceId, contactId)
  })
  const { task: _task, ...told } = ended
  return { id, ...named, ...told }
}

async function perform(
  id: string,
  connection: KnownConnection,
  connectionId: string,
  call: Awaited<ReturnType<typeof prepare>>['call'],
): Promise<Exclude<Performed, { retryInMs: number }>> {
  const effect = {
    kind: 'http' as const,
    ...call,
    path: [...call.path],
    query: { ...call.query },
    connection: connectionId,
    timeoutMs: connection.timeoutMs,
    tries,
  }
  for (let attempt = 1; ; attempt++) {
    const run = { forceId: '', contactId: '', idempotencyKey: id, attempt, interrupted: false }
    const performed = await performHttp(effect, connection, run)
    if (!('retryInMs' in performed)) return performed
    await sleep(performed.retryInMs)
  }
}
