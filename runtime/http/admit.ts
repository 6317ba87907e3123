import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { Route } from '../../schema/api/route.ts'
import { AppError } from '../../schema/app-error.ts'
import { findToken, opens, readBearer } from '../accounts/api-tokens.ts'
import { hasRole, type Principal, toActor } from '../accounts/principal.ts'
import { findSession, type SignedIn } from '../accounts/sessions.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { type VisitorToken, visitorExpiry } from '../contact/visitor-expiry.ts'
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
  const { signedIn, scopes } = await whoAsks(server, context)
  const roleFits = typeof route.access === 'string' || hasRole(signedIn.principal, route.access)
  if (!roleFits || (scopes && !opens(scopes, route))) {
    await recordRefusal(server, route, signedIn.principal)
    throw new AppError('not-allowed', roleFits ? 'This key does not open that.' : 'Your account may not do this.')
  }
  if (signedIn.session.mustEnrol && !route.unready)
    throw new AppError('not-allowed', 'Set up your second factor first.', { needs: 'two-factor' })
  return signedIn
}

/** The person behind the request: by the key of a program where it carries one, else by the session of a browser. */
async function whoAsks(server: ServerContext, context: Context<RequestEnv>) {
  const key = readBearer(context.req.header('authorization'))
  if (key !== undefined) {
    const found = await findToken(server.services, key)
    if (found) return found
    throw new AppError('not-signed-in', 'This key is not known, or no longer works.')
  }
  const token = readSessionCookie(context, server.environment)
  const signedIn = token ? await findSession(server.services, token) : undefined
  if (!signedIn) throw new AppError('not-signed-in', 'Sign in first.')
  return { signedIn, scopes: undefined }
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
 * get the same answer after the same work, so that ids cannot be tried out. A token that is too old is told so.
 */
export async function admitVisitor(server: ServerContext, context: Context<RequestEnv>): Promise<VisitorContact> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(headerOf(context, 'authorization') ?? '')?.[1]
  if (token === undefined) throw new AppError('not-signed-in', 'This call needs the token of its contact.')
  const id = context.req.param('id') ?? ''
  const known = server.tokens.get(id) ?? (await readToken(server, id))
  const same = timingSafeEqual(Buffer.from(known?.tokenHash ?? nobodysHash), Buffer.from(hashToken(token)))
  if (known && same) {
    await refuseExpired(server, id, known)
    if (context.req.method !== 'GET') known.used = server.services.clock.now()
    return { id, forceId: known.forceId }
  }
  if (!server.wrongTokens.take(addressOf(context, server.environment)))
    throw new AppError('too-many', 'Too many wrong tokens came from this address.')
  throw new AppError('not-found', 'There is no such contact.')
}

/** What this process remembers of the use of a contact can be behind: the table is asked before anybody is sent away. */
async function refuseExpired(server: ServerContext, id: string, known: VisitorToken): Promise<void> {
  const now = server.services.clock.now()
  if (!visitorExpiry(known, now)) return
  const expiry = visitorExpiry((await readToken(server, id)) ?? known, now)
  if (expiry) throw new AppError('not-signed-in', expiry)
}

const mostTokens = 20_000

/** The token of a contact, from the table, and kept: hash and force never change. */
async function readToken({ tokens, services }: ServerContext, id: string): Promise<VisitorToken | undefined> {
  const [row] = await services.db.read.all<VisitorToken>(
    `SELECT force_id AS "forceId", token_hash AS "tokenHash", created_at AS began, updated_at AS used
     FROM contacts WHERE id = ?`,
    [id],
  )
  if (!row) return undefined
  const [oldest] = tokens.keys()
  if (tokens.size >= mostTokens && oldest !== undefined) tokens.delete(oldest)
  tokens.set(id, row)
  return row
}
