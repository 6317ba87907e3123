import { eq } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import { Department } from '../../schema/department.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { departments } from '../db/tables/sites.ts'
import type { Services } from '../services.ts'
import { removeStrayMembers } from './members.ts'

const Settings = Department.pick({
  hours: true,
  bankHolidays: true,
  safeguardingWords: true,
  escalations: true,
  collections: true,
  assignment: true,
})

/** The departments of a force, in its own order. */
export async function listDepartments(reader: Pick<Reader, 'orm'>, forceId: string): Promise<Department[]> {
  const rows = await reader.orm
    .select()
    .from(departments)
    .where(eq(departments.forceId, forceId))
    .orderBy(departments.position)
  return rows.map(({ id, name, capacity, priority, overflow, survey, settings }) =>
    Department.parse({
      id,
      name,
      capacity,
      priority,
      overflow: overflow === null ? null : JSON.parse(overflow),
      survey: survey === 1,
      ...Settings.parse(JSON.parse(settings)),
    }),
  )
}

/** Puts `list` in the place of the departments that are there. */
export async function insertDepartments(tx: Transaction, forceId: string, list: readonly Department[]): Promise<void> {
  await tx.orm.delete(departments).where(eq(departments.forceId, forceId))
  for (const [position, { id, name, capacity, priority, overflow, survey, ...settings }] of list.entries())
    await tx.orm.insert(departments).values({
      forceId,
      id,
      position,
      name,
      capacity,
      priority,
      overflow: overflow && JSON.stringify(overflow),
      survey: survey ? 1 : 0,
      settings: JSON.stringify(settings),
    })
}

/** Changes the departments of the person's force. What is running goes by them at once. */
export async function saveDepartments(
  services: Services,
  principal: Principal,
  list: readonly Department[],
): Promise<Department[]> {
  requireSense(list)
  const saved = await services.db.write(async (tx) => {
    await insertDepartments(tx, principal.forceId, list)
    await removeStrayMembers(tx, principal.forceId)
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

/** Nothing may point at a department that is not there: a contact sent to it would wait where nobody looks. */
function requireSense(list: readonly Department[]): void {
  if (list.length === 0) throw new AppError('bad-request', 'A force needs at least one department.')
  const ids = new Set(list.map(({ id }) => id))
  if (ids.size < list.length) throw new AppError('bad-request', 'Two departments have the same id.')
  for (const { id, name, overflow, escalations } of list) {
    if (overflow?.to === id) throw new AppError('bad-request', `${name} cannot overflow to itself.`)
    for (const to of [overflow?.to, ...escalations.map((rule) => rule.to)])
      if (to && !ids.has(to))
        throw new AppError('bad-request', `${name} sends contacts to "${to}", which is not a department.`)
  }
}
