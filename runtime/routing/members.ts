import { and, eq, isNull } from 'drizzle-orm'
import type { DepartmentMember } from '../../schema/api/members.ts'
import { AppError } from '../../schema/app-error.ts'
import { Membership } from '../../schema/department.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { users } from '../db/tables/accounts.ts'
import { departmentMembers, departments } from '../db/tables/sites.ts'
import type { Services } from '../services.ts'

const columns = {
  department: departmentMembers.department,
  role: departmentMembers.role,
  limit: departmentMembers.most,
}

/** Where a person works. Of another force nothing is found, whatever the id. */
export async function membershipsOf(
  reader: Pick<Reader, 'orm'>,
  forceId: string,
  userId: string,
): Promise<Membership[]> {
  const rows = await reader.orm
    .select(columns)
    .from(departmentMembers)
    .where(and(eq(departmentMembers.forceId, forceId), eq(departmentMembers.userId, userId)))
    .orderBy(departmentMembers.department)
  return rows.map((row) => Membership.parse(row))
}

/** Everybody of a force who works in a department and whose account is open. */
export async function listMembers(reader: Pick<Reader, 'orm'>, forceId: string): Promise<DepartmentMember[]> {
  const rows = await reader.orm
    .select({ ...columns, id: users.id, name: users.name })
    .from(departmentMembers)
    .innerJoin(users, and(eq(users.id, departmentMembers.userId), eq(users.forceId, forceId)))
    .where(and(eq(departmentMembers.forceId, forceId), isNull(users.disabledAt)))
    .orderBy(departmentMembers.department, users.name)
  return rows.map(({ id, name, ...row }) => ({ ...Membership.parse(row), user: { id, name } }))
}

/** Says who works in `department`: all of them, in the place of whoever did. */
export async function saveMembers(
  services: Services,
  principal: Principal,
  department: string,
  members: readonly (Omit<Membership, 'department'> & { user: string })[],
): Promise<DepartmentMember[]> {
  const { forceId } = principal
  if (new Set(members.map(({ user }) => user)).size < members.length)
    throw new AppError('bad-request', 'Somebody is named twice.')
  const saved = await services.db.write(async (tx) => {
    const here = and(eq(departments.forceId, forceId), eq(departments.id, department))
    const [known] = await tx.orm.select({ id: departments.id }).from(departments).where(here)
    if (!known) throw new AppError('not-found', 'There is no such department.')
    const people = await tx.orm.select({ id: users.id }).from(users).where(eq(users.forceId, forceId))
    const ids = new Set(people.map(({ id }) => id))
    if (members.some(({ user }) => !ids.has(user))) throw new AppError('not-found', 'There is no such person.')
    await tx.orm
      .delete(departmentMembers)
      .where(and(eq(departmentMembers.forceId, forceId), eq(departmentMembers.department, department)))
    for (const { user, role, limit } of members) await insertMembership(tx, forceId, user, { department, role, limit })
    await appendEntry(tx, {
      forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'admin'),
      department,
      operation: 'setting',
      objectType: 'department-members',
      objectId: department,
      outcome: 'done',
      payload: members,
    })
    return listMembers(tx, forceId)
  })
  services.bus.publish(`settings:${forceId}`)
  services.bus.publish(`inbox:${forceId}`)
  return saved
}

export async function insertMembership(
  tx: Transaction,
  forceId: string,
  userId: string,
  { department, role, limit }: Membership,
): Promise<void> {
  await tx.orm.insert(departmentMembers).values({ forceId, department, userId, role, most: limit })
}

/** A department that was put away has no members: one made later with its id must not find them. */
export async function removeStrayMembers(tx: Transaction, forceId: string): Promise<void> {
  await tx.run(
    `DELETE FROM department_members WHERE force_id = ?
     AND department NOT IN (SELECT id FROM departments WHERE force_id = ?)`,
    [forceId, forceId],
  )
}
