import { eq } from 'drizzle-orm'
import { Department } from '../../schema/api/admin.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { departments } from '../db/tables.ts'
import type { Services } from '../services.ts'

const Settings = Department.pick({ hours: true, safeguardingWords: true })

/** The departments of a force, in its own order. */
export async function listDepartments(reader: Pick<Reader, 'orm'>, forceId: string): Promise<Department[]> {
  const rows = await reader.orm
    .select()
    .from(departments)
    .where(eq(departments.forceId, forceId))
    .orderBy(departments.position)
  return rows.map(({ id, name, settings }) => ({ id, name, ...Settings.parse(JSON.parse(settings)) }))
}

/** Puts `list` in the place of the departments that are there. */
export async function insertDepartments(tx: Transaction, forceId: string, list: readonly Department[]): Promise<void> {
  await tx.orm.delete(departments).where(eq(departments.forceId, forceId))
  for (const [position, { id, name, hours, safeguardingWords }] of list.entries())
    await tx.orm
      .insert(departments)
      .values({ forceId, id, position, name, settings: JSON.stringify({ hours, safeguardingWords }) })
}

/** Changes the departments of the person's force. */
export async function saveDepartments(
  services: Services,
  principal: Principal,
  list: readonly Department[],
): Promise<Department[]> {
  if (list.length === 0) throw new AppError('bad-request', 'A force needs at least one department.')
  if (new Set(list.map(({ id }) => id)).size < list.length)
    throw new AppError('bad-request', 'Two departments have the same id.')
  const saved = await services.db.write(async (tx) => {
    await insertDepartments(tx, principal.forceId, list)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'admin'),
      operation: 'setting',
      objectType: 'departments',
      objectId: principal.forceId,
      outcome: 'done',
      payload: list,
    })
    return listDepartments(tx, principal.forceId)
  })
  await services.reloadForces()
  services.bus.publish(`settings:${principal.forceId}`)
  return saved
}
