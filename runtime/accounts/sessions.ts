import { and, desc, eq, gt, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Session } from '../../schema/api/admin.ts'
import type { SignInOf } from '../../schema/api/people.ts'
import type { Membership } from '../../schema/department.ts'
import { Role } from '../../schema/roles.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { forces, sessions, users } from '../db/tables/accounts.ts'
import { isoTime } from '../flows/flow-row.ts'
import { hashToken, newToken } from '../ids.ts'
import { membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { needsTwoFactor, parseAccountSettings } from './account-settings.ts'
import type { Principal } from './principal.ts'

const hour = 3_600_000
/** A session ends after this long without a request, and after that long in any case. */
export const idleMs = 12 * hour
export const longestMs = 7 * 24 * hour
/** How exactly the last request is remembered: a write for every request would cost a disk flush each. */
const seenEvery = 60_000

export const RoleList = z.array(Role)

/** Who is behind a session's token, and what the page may show of them. */
export interface SignedIn {
  principal: Principal
  session: Session
}

/** Begins a session and returns its token, the only copy: the database has its hash. */
export async function beginSession(
  tx: Transaction,
  userId: string,
  agent: string,
  now: number,
  via: 'password' | 'provider' = 'password',
): Promise<string> {
  const token = newToken()
  await tx.orm.insert(sessions).values({
    tokenHash: hashToken(token),
    userId,
    createdAt: now,
    seenAt: now,
    expiresAt: now + longestMs,
    agent: agent.slice(0, 200),
    via,
  })
  await tx.orm.delete(sessions).where(lt(sessions.expiresAt, now))
  await tx.orm.update(users).set({ seenAt: now }).where(eq(users.id, userId))
  return token
}

/** The person behind `token`; undefined when it is unknown, too old, was not used for too long, or they are disabled. */
export async function findSession(services: Services, token: string): Promise<SignedIn | undefined> {
  const now = services.clock.now()
  const tokenHash = hashToken(token)
  const [row] = await services.db.read.orm
    .select({ user: users, force: forces, seenAt: sessions.seenAt, via: sessions.via })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(forces, eq(forces.id, users.forceId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), gt(sessions.seenAt, now - idleMs)))
  if (!row || row.user.disabledAt !== null) return undefined
  if (row.seenAt < now - seenEvery)
    await services.db.write(async (tx) => {
      await tx.orm.update(sessions).set({ seenAt: now }).where(eq(sessions.tokenHash, tokenHash))
      await tx.orm.update(users).set({ seenAt: now }).where(eq(users.id, row.user.id))
    })
  const signedIn = toSignedIn(row.user, row.force, await membershipsOf(services.db.read, row.user.forceId, row.user.id))
  // The provider asks for its own second factor.
  const mustEnrol =
    row.user.totp === null &&
    row.via === 'password' &&
    needsTwoFactor(parseAccountSettings(row.force.accounts), signedIn.principal.roles)
  return mustEnrol ? { ...signedIn, session: { ...signedIn.session, mustEnrol } } : signedIn
}

export async function endSession(tx: Transaction, token: string): Promise<void> {
  await tx.orm.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)))
}

export function toSignedIn(
  user: Pick<typeof users.$inferSelect, 'id' | 'forceId' | 'name' | 'email' | 'roles'>,
  force: Pick<typeof forces.$inferSelect, 'id' | 'name'>,
  memberships: readonly Membership[],
): SignedIn {
  const roles = RoleList.parse(JSON.parse(user.roles))
  return {
    principal: { userId: user.id, forceId: user.forceId, name: user.name, roles, memberships },
    session: {
      user: { id: user.id, name: user.name, email: user.email, roles },
      force: { id: force.id, name: force.name },
    },
  }
}

/** How a session is named to people: its token cannot be guessed from it. */
function toSessionId(tokenHash: string): string {
  return `ses_${tokenHash.slice(0, 32)}`
}

/** Where somebody is signed in, newest first. */
export async function listSessions(
  reader: Pick<Reader, 'orm'>,
  userId: string,
  now: number,
  current?: string,
): Promise<SignInOf[]> {
  const rows = await reader.orm
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now), gt(sessions.seenAt, now - idleMs)))
    .orderBy(desc(sessions.seenAt))
  return rows.map((row) => ({
    id: toSessionId(row.tokenHash),
    agent: row.agent,
    createdAt: isoTime(row.createdAt),
    seenAt: isoTime(row.seenAt),
    current: current !== undefined && row.tokenHash === hashToken(current),
  }))
}

/** Ends one session of somebody by its id, or with `others` all but the one of `current`. */
export async function endSessionById(tx: Transaction, userId: string, id: string, current: string): Promise<boolean> {
  const rows = await tx.orm.select({ hash: sessions.tokenHash }).from(sessions).where(eq(sessions.userId, userId))
  const ending = rows.filter(({ hash }) => (id === 'others' ? hash !== hashToken(current) : toSessionId(hash) === id))
  for (const { hash } of ending) await tx.orm.delete(sessions).where(eq(sessions.tokenHash, hash))
  return ending.length > 0 || id === 'others'
}
