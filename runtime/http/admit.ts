import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { Route } from '../../schema/api/route.ts'
import { AppError } from '../../schema/app-error.ts'
import { hasRole, type Principal, toActor } from '../accounts/principal.ts'
import { findSession, type SignedIn } from '../accounts/sessions.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { hashToken } from '../ids.ts'
import { addressOf } from './address-of.ts'
import { headerOf } from './header-of.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'
import { readSessionCookie } from './session-cookie.ts'

/** A contact whose visitor has shown its token. */
export interface VisitorContact {
  id: string
  forceId: string
}

/** The person who is signed in; refused where nobody is. */
export async function admitStaff(server: ServerContext, route: Route, context: Context<RequestEnv>): Promise<SignedIn> {
  const token = readSessionCookie(context, server.environment)
  const signedIn = token ? await findSession(server.services, token) : undefined
  if (!signedIn) throw new AppError('not-signed-in', 'Sign in first.')
  if (typeof route.access !== 'string' && !hasRole(signedIn.principal, route.access)) {
    await recordRefusal(server, route, signedIn.principal)
    throw new AppError('not-allowed', 'Your account may not do this.')
  }
  return signedIn
}

/** What somebody tried and may not do stands in the audit log too. */
async function recordRefusal(server: ServerContext, route: Route, principal: Principal): Promise<void> {
  const { operation } = route
  await server.services.db.write((tx) =>
    appendEntry(tx, {
      forceId: principal.forceId,
      at: server.services.clock.now(),
      actor: toActor(principal),
      operation: operation === 'none' ? 'consultation' : operation,
      objectType: 'route',
      objectId: route.id,
      outcome: 'refused',
      payload: {},
    }),
  )
}

const nobodysHash = hashToken('')

/**
 * The contact of the path, if the request carries its token. A contact that does not exist and a token that is another's
 * get the same answer after the same work, so that ids cannot be tried out.
 */
export async function admitVisitor(server: ServerContext, context: Context<RequestEnv>): Promise<VisitorContact> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(headerOf(context, 'authorization') ?? '')?.[1]
  if (token === undefined) throw new AppError('not-signed-in', 'This call needs the token of its contact.')
  const id = context.req.param('id') ?? ''
  const known = await findToken(server, id)
  const same = timingSafeEqual(Buffer.from(known?.tokenHash ?? nobodysHash), Buffer.from(hashToken(token)))
  if (known && same) return { id, forceId: known.forceId }
  if (!server.wrongTokens.take(addressOf(context)))
    throw new AppError('too-many', 'Too many wrong tokens came from this address.')
  throw new AppError('not-found', 'There is no such contact.')
}

const mostTokens = 20_000

/** The hash of a contact's token. It never changes, so the contacts of the last hours are known without the database. */
async function findToken(
  server: ServerContext,
  id: string,
): Promise<{ forceId: string; tokenHash: string } | undefined> {
  const { tokens, services } = server
  const known = tokens.get(id)
  if (known) return known
  const [row] = await services.db.read.all<{ force_id: string; token_hash: string }>(
    'SELECT force_id, token_hash FROM contacts WHERE id = ?',
    [id],
  )
  if (!row) return undefined
  const found = { forceId: row.force_id, tokenHash: row.token_hash }
  const [oldest] = tokens.keys()
  if (tokens.size >= mostTokens && oldest !== undefined) tokens.delete(oldest)
  tokens.set(id, found)
  return found
}
