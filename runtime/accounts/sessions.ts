import { and, eq, gt, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Session } from '../../schema/api/admin.ts'
import type { Membership } from '../../schema/department.ts'
import { Role } from '../../schema/roles.ts'
import type { Transaction } from '../db/database.ts'
import { forces, sessions, users } from '../db/tables.ts'
import { hashToken, newToken } from '../ids.ts'
import { membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
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
export async function beginSession(tx: Transaction, userId: string, agent: string, now: number): Promise<string> {
  const token = newToken()
  await tx.orm.insert(sessions).values({
    tokenHash: hashToken(token),
    userId,
    createdAt: now,
    seenAt: now,
    expiresAt: now + longestMs,
    agent: agent.slice(0, 200),
  })
  await tx.orm.delete(sessions).where(lt(sessions.expiresAt, now))
  return token
}

/** The person behind `token`; undefined when it is unknown, too old, was not used for too long, or they are disabled. */
export async function findSession(services: Services, token: string): Promise<SignedIn | undefined> {
  const now = services.clock.now()
  const tokenHash = hashToken(token)
  const [row] = await services.db.read.orm
    .select({ user: users, force: forces, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(forces, eq(forces.id, users.forceId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), gt(sessions.seenAt, now - idleMs)))
  if (!row || row.user.disabledAt !== null) return undefined
  if (row.seenAt < now - seenEvery)
    await services.db.write((tx) =>
      tx.orm.update(sessions).set({ seenAt: now }).where(eq(sessions.tokenHash, tokenHash)),
    )
  return toSignedIn(row.user, row.force, await membershipsOf(services.db.read, row.user.forceId, row.user.id))
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
