import type { z } from 'zod'
import type { OpenTask, tasksRoutes } from '../../schema/api/tasks.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Principal } from '../accounts/principal.ts'
import { insertNote } from '../inbox/notes.ts'
import { recordConsultation } from '../inbox/record-consultation.ts'
import { getSeen } from '../inbox/rights.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { readOpenTasks } from './read-tasks.ts'

type Found = z.output<typeof tasksRoutes.settle.body>

export async function listTasks(services: Services, principal: Principal): Promise<OpenTask[]> {
  const open = await readOpenTasks(services.db.read, principal)
  await recordConsultation(services, principal, [...new Set(open.map(({ contact }) => contact))])
  return open
}

/** Ends a task with what a person found. Only they can say that an unknown call was recorded: nothing else does. */
export async function settleTask(services: Services, principal: Principal, id: string, found: Found): Promise<void> {
  await services.db.write(async (tx) => {
    const task = (await readOpenTasks(tx, principal)).find((one) => one.id === id)
    if (!task) throw new AppError('not-found', 'There is no such task, or somebody has settled it.')
    if ((task.system === null) !== (found.outcome === 'done'))
      throw new AppError('not-valid', task.system === null ? 'Say that it is done.' : 'Say whether it is recorded.')
    const contact = await getSeen(tx, principal, task.contact)
    await tx.run('UPDATE tasks SET done_at = ?, done_by = ?, outcome = ?, reference = ? WHERE id = ?', [
      services.clock.now(),
      principal.userId,
      found.outcome,
      found.reference || null,
      id,
    ])
    await insertNote(tx, services, principal, contact, 'note', wordsOf(task, found))
    await touchContact(tx, services, principal.forceId, contact.id)
  })
}

function wordsOf({ system, text }: OpenTask, { outcome, reference }: Found): string {
  if (outcome === 'recorded')
    return `Looked in ${system}: it is recorded${reference ? `, reference ${reference}` : ''}.`
  return outcome === 'not-recorded' ? `Looked in ${system}: it is not recorded.` : `Seen to: ${text}`
}
