import { and, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import type { ApiToken } from '../../schema/api/account.ts'
import type { Route } from '../../schema/api/route.ts'
import { AppError } from '../../schema/app-error.ts'
import { apiTokens, forces, users } from '../db/tables/accounts.ts'
import { isoTime } from '../flows/flow-row.ts'
import { hashToken, newId, newToken } from '../ids.ts'
import { membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { isPasswordOf } from './passwords.ts'
import type { Principal } from './principal.ts'
import { recordAccount } from './record.ts'
import { type SignedIn, toSignedIn } from './sessions.ts'

const day = 86_400_000
const minute = 60_000
/** Said in the key itself, so that it is recognised where it was left by mistake. */
const mark = 'signpost_'
const Scopes = z.array(z.string())
/** What no key opens: whoever finds one must not be able to make accounts, keys or sessions with it. */
const closedAreas = new Set(['account', 'people', 'session', 'setup', 'entry', 'members', 'mail', 'webhooks', 'tour'])

/** The part of the API that a route belongs to. */
export function areaOf(route: Route): string {
  return route.id.split('.')[0] ?? route.id
}

/** The parts of the API that keys can open, of all `routes`. */
export function openAreas(routes: readonly Route[]): string[] {
  const staff = routes.filter(({ access }) => access !== 'public' && access !== 'visitor')
  return [...new Set(staff.map(areaOf))].filter((area) => !closedAreas.has(area)).sort()
}

/** The scope that a key needs for `route`; null where no key opens it. */
export function scopeOf(route: Route): string | null {
  const forStaff = route.access !== 'public' && route.access !== 'visitor'
  if (!forStaff || closedAreas.has(areaOf(route))) return null
  return `${areaOf(route)}:${route.method === 'get' ? 'read' : 'write'}`
}

/** Whether a key with `scopes` opens `route`. To change things also lets look at them. */
export function opens(scopes: readonly string[], route: Route): boolean {
  const needed = scopeOf(route)
  return needed !== null && (scopes.includes(needed) || scopes.includes(`${areaOf(route)}:write`))
}

export async function listTokens(services: Services, { userId }: Principal): Promise<ApiToken[]> {
  const rows = await services.db.read.orm
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(apiTokens.createdAt)
  return rows.map(toApiToken)
}

/** Makes a key. It is given back once; only its hash is kept. It can never do more than its person can. */
export async function createToken(
  services: Services,
  principal: Principal,
  asked: { name: string; scopes: readonly string[]; days: number; password: string },
  areas: readonly string[],
): Promise<{ token: ApiToken; secret: string }> {
  const unknown = asked.scopes.find((scope) => !areas.includes(scope.split(':')[0] ?? ''))
  if (unknown) throw new AppError('bad-request', `There is no part "${unknown}" that a key could open.`)
  const [user] = await services.db.read.orm.select().from(users).where(eq(users.id, principal.userId))
  if (!(await isPasswordOf(user?.passwordHash, asked.password)))
    throw new AppError('not-valid', 'The password is not right.')
  const secret = mark + newToken()
  const now = services.clock.now()
  const row = {
    id: newId('key'),
    userId: principal.userId,
    name: asked.name,
    tokenHash: hashToken(secret),
    scopes: JSON.stringify(asked.scopes),
    createdAt: now,
    expiresAt: now + asked.days * day,
    usedAt: null,
  }
  await services.db.write(async (tx) => {
    await tx.orm.insert(apiTokens).values(row)
    const { scopes, days } = asked
    await recordAccount(tx, principal, now, 'key made', principal.userId, { details: { key: row.id, scopes, days } })
  })
  return { token: toApiToken(row), secret }
}

export async function removeToken(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const own = and(eq(apiTokens.id, id), eq(apiTokens.userId, principal.userId))
    const gone = await tx.orm.delete(apiTokens).where(own).returning({ id: apiTokens.id })
    if (gone.length === 0) throw new AppError('not-found', 'There is no such key.')
    const details = { key: id }
    await recordAccount(tx, principal, services.clock.now(), 'key taken away', principal.userId, { details })
  })
}

/** The key of an `Authorization` header, if it is one of ours. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer (signpost_[A-Za-z0-9_-]{43})$/.exec(header ?? '')?.[1]
}

/** Whose key this is and what it opens; undefined when it is unknown, too old, or its person's account is closed. */
export async function findToken(
  services: Services,
  secret: string,
): Promise<{ signedIn: SignedIn; scopes: string[] } | undefined> {
  const now = services.clock.now()
  const [row] = await services.db.read.orm
    .select({ key: apiTokens, user: users, force: forces })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .innerJoin(forces, eq(forces.id, users.forceId))
    .where(and(eq(apiTokens.tokenHash, hashToken(secret)), gt(apiTokens.expiresAt, now)))
  if (!row || row.user.disabledAt !== null) return undefined
  if ((row.key.usedAt ?? 0) < now - minute)
    await services.db.write((tx) => tx.orm.update(apiTokens).set({ usedAt: now }).where(eq(apiTokens.id, row.key.id)))
  const memberships = await membershipsOf(services.db.read, row.user.forceId, row.user.id)
  return { signedIn: toSignedIn(row.user, row.force, memberships), scopes: Scopes.parse(JSON.parse(row.key.scopes)) }
}

function toApiToken(row: typeof apiTokens.$inferSelect): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: Scopes.parse(JSON.parse(row.scopes)),
    createdAt: isoTime(row.createdAt),
    expiresAt: isoTime(row.expiresAt),
    usedAt: row.usedAt === null ? null : isoTime(row.usedAt),
  }
}
