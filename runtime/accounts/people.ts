import { and, eq } from 'drizzle-orm'
import type { Grants, Invitation, Person } from '../../schema/api/people.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Transaction } from '../db/database.ts'
import { accountLinks, apiTokens, users } from '../db/tables/accounts.ts'
import { departmentMembers } from '../db/tables/sites.ts'
import { isoTime } from '../flows/flow-row.ts'
import { listDepartments } from '../routing/departments.ts'
import { insertMembership, membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { requireSeat } from '../usage/seats.ts'
import { listInvitations, makeLink, type NewLink, toInvitation } from './links.ts'
import type { Principal } from './principal.ts'
import { recordAccount } from './record.ts'
import { RoleList } from './sessions.ts'
import { toEmail } from './sign-in.ts'
import { forgetTwoFactor } from './two-factor.ts'

type UserRow = typeof users.$inferSelect

export async function listPeople(services: Services, { forceId }: Principal) {
  const { read } = services.db
  const rows = await read.orm.select().from(users).where(eq(users.forceId, forceId)).orderBy(users.name)
  const memberships = await read.orm.select().from(departmentMembers).where(eq(departmentMembers.forceId, forceId))
  const people = rows.map((row) =>
    toPerson(
      row,
      memberships
        .filter(({ userId }) => userId === row.id)
        .map(({ department, role, most }) => ({
          department,
          role: role === 'supervisor' ? ('supervisor' as const) : ('operator' as const),
          limit: most,
        })),
    ),
  )
  return { people, invitations: await listInvitations(read, forceId, services.clock.now()) }
}

/** Invites somebody: nothing is theirs until they have used the link. */
export async function invite(
  services: Services,
  principal: Principal,
  { email: written, name, ...grants }: Grants & { email: string; name: string },
): Promise<{ invitation: Invitation; link: NewLink }> {
  const email = toEmail(written)
  return services.db.write(async (tx) => {
    const now = services.clock.now()
    await requireKnownDepartments(tx, principal.forceId, grants)
    const [taken] = await tx.orm.select({ forceId: users.forceId }).from(users).where(eq(users.email, email))
    if (taken) throw new AppError('conflict', 'There is an account with this email already.')
    await requireSeat(tx, services, principal.forceId, grants.roles)
    const kept = {
      forceId: principal.forceId,
      kind: 'invitation' as const,
      email,
      name,
      grants: JSON.stringify(grants),
      createdBy: principal.userId,
    }
    const link = await makeLink(tx, now, kept)
    await recordAccount(tx, principal, now, 'invited', link.id, { details: { ...grants, email, name } })
    return { invitation: toInvitation({ ...kept, ...link }), link }
  })
}

export async function withdrawInvitation(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const own = and(eq(accountLinks.id, id), eq(accountLinks.forceId, principal.forceId))
    const gone = await tx.orm.delete(accountLinks).where(own).returning({ id: accountLinks.id })
    if (gone.length === 0) throw new AppError('not-found', 'There is no such invitation.')
    await recordAccount(tx, principal, services.clock.now(), 'invitation withdrawn', id)
  })
}

/** Changes what somebody may do. Applies to their next request, and to streams that are open. */
export async function savePerson(
  services: Services,
  principal: Principal,
  id: string,
  { name, ...grants }: Grants & { name: string },
): Promise<Person> {
  return change(services, principal, id, 'changed', { name, ...grants }, async (tx, row) => {
    await requireKnownDepartments(tx, principal.forceId, grants)
    const before = RoleList.parse(JSON.parse(row.roles))
    const same = before.length === grants.roles.length && before.every((role) => grants.roles.includes(role))
    await requireSeat(tx, services, principal.forceId, grants.roles, id)
    if (row.id === principal.userId && !same)
      throw new AppError('not-allowed', 'Nobody changes their own roles. Ask another admin.')
    await tx.orm
      .update(users)
      .set({ name, roles: JSON.stringify(grants.roles) })
      .where(eq(users.id, id))
    await tx.run('DELETE FROM department_members WHERE force_id = ? AND user_id = ?', [principal.forceId, id])
    for (const membership of grants.memberships) await insertMembership(tx, principal.forceId, id, membership)
  })
}

/** Closes an account or opens it again. Closing ends sessions, keys and links in the same transaction. */
export async function disablePerson(
  services: Services,
  principal: Principal,
  id: string,
  disabled: boolean,
): Promise<Person> {
  return change(services, principal, id, disabled ? 'closed' : 'opened', {}, async (tx, row) => {
    if (row.id === principal.userId) throw new AppError('not-allowed', 'Nobody closes their own account.')
    if (!disabled) await requireSeat(tx, services, principal.forceId, RoleList.parse(JSON.parse(row.roles)), id)
    const disabledAt = disabled ? services.clock.now() : null
    await tx.orm.update(users).set({ disabledAt }).where(eq(users.id, id))
    if (!disabled) return
    await tx.run('DELETE FROM sessions WHERE user_id = ?', [id])
    await tx.orm.delete(apiTokens).where(eq(apiTokens.userId, id))
    await tx.orm.delete(accountLinks).where(eq(accountLinks.userId, id))
  })
}

/** A link with which somebody chooses a new password. */
export async function makeResetLink(services: Services, principal: Principal, id: string): Promise<NewLink> {
  return services.db.write(async (tx) => {
    const row = await getUserRow(tx, principal, id)
    if (row.disabledAt !== null) throw new AppError('conflict', 'This account is closed. Open it first.')
    const now = services.clock.now()
    await recordAccount(tx, principal, now, 'reset link', id)
    return makeLink(tx, now, {
      forceId: principal.forceId,
      kind: 'reset',
      email: row.email,
      name: row.name,
      grants: JSON.stringify({ roles: RoleList.parse(JSON.parse(row.roles)), memberships: [] }),
      userId: id,
      createdBy: principal.userId,
    })
  })
}

export async function takeTwoFactorAway(services: Services, principal: Principal, id: string): Promise<void> {
  await change(services, principal, id, 'second factor taken away', {}, async (tx) => {
    if (id === principal.userId) throw new AppError('not-allowed', 'Use “My account” for your own.')
    await forgetTwoFactor(tx, id)
    await tx.run('DELETE FROM sessions WHERE user_id = ?', [id])
  })
}

export async function endSessionsOf(services: Services, principal: Principal, id: string): Promise<void> {
  await change(services, principal, id, 'signed out everywhere', {}, (tx) =>
    tx.run('DELETE FROM sessions WHERE user_id = ?', [id]),
  )
}

async function change(
  services: Services,
  principal: Principal,
  id: string,
  does: string,
  details: object,
  act: (tx: Transaction, row: UserRow) => Promise<unknown>,
): Promise<Person> {
  const person = await services.db.write(async (tx) => {
    await act(tx, await getUserRow(tx, principal, id))
    await recordAccount(tx, principal, services.clock.now(), does, id, { details })
    return toPerson(await getUserRow(tx, principal, id), await membershipsOf(tx, principal.forceId, id))
  })
  services.bus.publish(`inbox:${principal.forceId}`)
  return person
}

export async function getUserRow(tx: Pick<Transaction, 'orm'>, { forceId }: Principal, id: string): Promise<UserRow> {
  const [row] = await tx.orm
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.forceId, forceId)))
  if (!row) throw new AppError('not-found', 'There is no such person.')
  return row
}

async function requireKnownDepartments(tx: Transaction, forceId: string, { memberships }: Grants): Promise<void> {
  const known = new Set((await listDepartments(tx, forceId)).map(({ id }) => id))
  const named = memberships.map(({ department }) => department)
  if (new Set(named).size < named.length) throw new AppError('bad-request', 'A department is named twice.')
  if (named.some((id) => !known.has(id))) throw new AppError('not-found', 'There is no such department.')
}

function toPerson(row: UserRow, memberships: Grants['memberships']): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: RoleList.parse(JSON.parse(row.roles)),
    memberships,
    disabled: row.disabledAt !== null,
    twoFactor: row.totp !== null,
    seenAt: row.seenAt === null ? null : isoTime(row.seenAt),
  }
}
