import { AppError } from '../../../schema/app-error.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Services } from '../../services.ts'
import { raiseRevision } from './knowledge-revision.ts'

export async function saveCollection(
  services: Services,
  principal: Principal,
  id: string,
  { name, departments }: { name: string; departments: string[] },
): Promise<void> {
  const unknown = departments.find((one) => !services.settingsOf(principal.forceId).some((known) => known.id === one))
  if (unknown !== undefined) throw new AppError('bad-request', `There is no department ${unknown}.`)
  await change(services, principal, id, { name, departments }, async (tx) => {
    await tx.run(
      `INSERT INTO collections (force_id, id, name, departments) VALUES (?, ?, ?, ?)
       ON CONFLICT (force_id, id) DO UPDATE SET name = excluded.name, departments = excluded.departments`,
      [principal.forceId, id, name, JSON.stringify(departments)],
    )
  })
}

/** Only an empty collection can go: documents are never left where nobody sees them. */
export async function removeCollection(services: Services, principal: Principal, id: string): Promise<void> {
  await change(services, principal, id, null, async (tx) => {
    const own = [principal.forceId, id]
    const [held] = await tx.all('SELECT 1 FROM documents WHERE force_id = ? AND collection = ? LIMIT 1', own)
    if (held) throw new AppError('conflict', 'Move or delete its documents first.')
    const removed = await tx.run('DELETE FROM collections WHERE force_id = ? AND id = ?', own)
    if (removed === 0) throw new AppError('not-found', 'There is no such collection.')
    await tx.run('DELETE FROM test_questions WHERE force_id = ? AND collection = ?', own)
  })
}

async function change(
  services: Services,
  principal: Principal,
  id: string,
  payload: unknown,
  act: (tx: Parameters<Parameters<Services['db']['write']>[0]>[0]) => Promise<void>,
): Promise<void> {
  await services.db.write(async (tx) => {
    await act(tx)
    await raiseRevision(tx, principal.forceId)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'designer', 'admin'),
      operation: 'setting',
      objectType: 'collection',
      objectId: id,
      outcome: 'done',
      payload,
    })
    tx.afterCommit(() => services.bus.publish(`knowledge:${principal.forceId}`))
  })
}
