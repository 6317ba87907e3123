import { and, eq, gt, isNull } from 'drizzle-orm'
import { Grants, type Invitation } from '../../schema/api/people.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { accountLinks, forces, users } from '../db/tables/accounts.ts'
import { isoTime } from '../flows/flow-row.ts'
import { hashToken, newId, newToken } from '../ids.ts'
import { insertMembership, membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { requireSeat } from '../usage/seats.ts'
import { hashPassword } from './passwords.ts'
import type { Principal } from './principal.ts'
import { recordAccount } from './record.ts'
import { beginSession, type SignedIn, toSignedIn } from './sessions.ts'

const hour = 3_600_000
/** An invitation may lie over a weekend; a reset was just asked for. */
const lives = { invitation: 7 * 24 * hour, reset: hour }

export interface NewLink {
  id: string
  /** Shown once. The token stands behind `#`: no server log, proxy or referrer sees it. */
  path: string
  expiresAt: number
}

/** Makes a link. Those of the same kind for the same address stop working: the newest is the one that somebody holds. */
export async function makeLink(
  tx: Transaction,
  now: number,
  link: Omit<typeof accountLinks.$inferInsert, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt' | 'usedAt'> & {
    kind: keyof typeof lives
  },
): Promise<NewLink> {
  const token = newToken()
  const id = newId('lnk')
  const expiresAt = now + lives[link.kind]
  await tx.orm
    .delete(accountLinks)
    .where(
      and(
        eq(accountLinks.forceId, link.forceId),
        eq(accountLinks.kind, link.kind),
        eq(accountLinks.email, link.email),
        isNull(accountLinks.usedAt),
      ),
    )
  await tx.orm.insert(accountLinks).values({ ...link, id, tokenHash: hashToken(token), createdAt: now, expiresAt })
  return { id, path: `/welcome#${token}`, expiresAt }
}

/** Open invitations of a force, soonest to end first. */
export async function listInvitations(
  reader: Pick<Reader, 'orm'>,
  forceId: string,
  now: number,
): Promise<Invitation[]> {
  const rows = await reader.orm
    .select()
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.forceId, forceId),
        eq(accountLinks.kind, 'invitation'),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, now),
      ),
    )
    .orderBy(accountLinks.expiresAt)
  return rows.map(toInvitation)
}

export function toInvitation(
  row: Pick<typeof accountLinks.$inferSelect, 'id' | 'name' | 'email' | 'grants' | 'expiresAt'>,
) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    ...Grants.parse(JSON.parse(row.grants)),
    expiresAt: isoTime(row.expiresAt),
  }
}

/** What a link is for; refused alike whether it never was, is used or is too old. */
export async function lookAtLink(services: Services, token: string) {
  const { row, force } = await getLink(services.db.read, token, services.clock.now())
  return { kind: row.kind, email: row.email, name: row.name, force: force.name }
}

/**
 * Uses a link: an invitation makes the account and signs in, a reset changes the password, ends every session, and leaves
 * the second factor as it is. It works once, also when it is used twice at the same instant.
 */
export async function takeLink(
  services: Services,
  { token, password, name }: { token: string; password: string; name?: string | undefined },
  agent: string,
): Promise<(SignedIn & { token: string }) | undefined> {
  const now = services.clock.now()
  await getLink(services.db.read, token, now)
  const passwordHash = await hashPassword(password)
  return services.db.write(async (tx) => {
    const { row, force } = await getLink(tx, token, now)
    await tx.orm.update(accountLinks).set({ usedAt: now }).where(eq(accountLinks.id, row.id))
    if (row.kind === 'reset') {
      const userId = row.userId ?? ''
      await tx.orm.update(users).set({ passwordHash }).where(eq(users.id, userId))
      await tx.run('DELETE FROM sessions WHERE user_id = ?', [userId])
      await recordAccount(tx, byThemselves(userId, row.forceId), now, 'new password by link', userId)
      return undefined
    }
    const { roles, memberships } = Grants.parse(JSON.parse(row.grants))
    const [taken] = await tx.orm.select({ id: users.id }).from(users).where(eq(users.email, row.email))
    if (taken) throw new AppError('conflict', 'There is an account with this email already. Sign in instead.')
    await requireSeat(tx, services, row.forceId, roles)
    const user = { id: newId('usr'), forceId: row.forceId, email: row.email, name: name ?? row.name }
    const kept = { ...user, roles: JSON.stringify(roles) }
    await tx.orm.insert(users).values({ ...kept, passwordHash, createdAt: now })
    for (const membership of memberships) await insertMembership(tx, row.forceId, user.id, membership)
    await recordAccount(tx, byThemselves(user.id, row.forceId), now, 'invitation accepted', user.id, {
      details: { invitedBy: row.createdBy },
    })
    const there = await membershipsOf(tx, row.forceId, user.id)
    return { ...toSignedIn(kept, force, there), token: await beginSession(tx, user.id, agent, now) }
  })
}

async function getLink(reader: Pick<Reader, 'orm'>, token: string, now: number) {
  const [found] = await reader.orm
    .select({ row: accountLinks, force: forces })
    .from(accountLinks)
    .innerJoin(forces, eq(forces.id, accountLinks.forceId))
    .where(
      and(eq(accountLinks.tokenHash, hashToken(token)), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, now)),
    )
  if (!found) throw new AppError('not-found', 'This link no longer works. Ask an admin of your force for a new one.')
  const kind = found.row.kind === 'reset' ? ('reset' as const) : ('invitation' as const)
  return { ...found, row: { ...found.row, kind } }
}

function byThemselves(userId: string, forceId: string): Principal {
  return { userId, forceId, name: '', roles: [], memberships: [] }
}
