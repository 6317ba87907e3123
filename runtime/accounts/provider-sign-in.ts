import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { AppError } from '../../schema/app-error.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { accountLinks, forces, oidcSignIns, users } from '../db/tables/accounts.ts'
import { fetchFrom } from '../egress/fetch-from.ts'
import { hashToken, newToken } from '../ids.ts'
import { membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { type AccountSettings, getAccountSettings, secretContext } from './account-settings.ts'
import { toActor } from './principal.ts'
import { beginSession, type SignedIn, toSignedIn } from './sessions.ts'
import { toEmail } from './sign-in.ts'

const patience = 600_000
const Secrets = z.object({ nonce: z.string(), verifier: z.string() })

/** The force that people of this installation sign in to. */
export async function theForce(services: Services) {
  const [force] = await services.db.read.orm.select().from(forces).orderBy(forces.createdAt).limit(1)
  return force
}

/** Begins: the address at the provider, and a secret for this browser, without which nobody can finish. */
export async function beginProvider(services: Services, origin: string): Promise<{ url: string; browser: string }> {
  const force = await theForce(services)
  if (!force) throw notOffered()
  const config = await configure(services, force.id)
  const browser = newToken()
  const state = newToken()
  const nonce = oidc.randomNonce()
  const verifier = oidc.randomPKCECodeVerifier()
  const now = services.clock.now()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectTo(origin),
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  await services.db.write(async (tx) => {
    await tx.orm.delete(oidcSignIns).where(lt(oidcSignIns.expiresAt, now))
    await tx.orm.insert(oidcSignIns).values({
      stateHash: hashToken(state),
      browserHash: hashToken(browser),
      forceId: force.id,
      secrets: services.vault.seal(JSON.stringify({ nonce, verifier }), hashToken(state)),
      expiresAt: now + patience,
    })
  })
  return { url: url.href, browser }
}

/**
 * Finishes in the browser that began. Somebody is let in when the provider vouches for the subject that is linked to
 * their account, or, the first time, for the e-mail address of an account that nobody is linked to yet. The provider
 * never makes accounts: an admin invites, and says what somebody may do.
 */
export async function finishProvider(
  services: Services,
  { search, browser, origin, agent }: { search: string; browser: string; origin: string; agent: string },
): Promise<SignedIn & { token: string }> {
  const now = services.clock.now()
  const state = new URLSearchParams(search).get('state') ?? ''
  const begun = await services.db.write(async (tx) => {
    const stateHash = hashToken(state)
    const mine = and(eq(oidcSignIns.stateHash, stateHash), eq(oidcSignIns.browserHash, hashToken(browser)))
    const [row] = await tx.orm
      .delete(oidcSignIns)
      .where(and(mine, gt(oidcSignIns.expiresAt, now)))
      .returning()
    return row && { ...row, ...Secrets.parse(JSON.parse(services.vault.open(row.secrets, stateHash))) }
  })
  if (!begun) throw new AppError('not-signed-in', 'That took too long, or began elsewhere. Sign in again.')
  const config = await configure(services, begun.forceId)
  const claims = await exchange(services, config, new URL(`${redirectTo(origin)}?${search.replace(/^\?/, '')}`), {
    pkceCodeVerifier: begun.verifier,
    expectedState: state,
    expectedNonce: begun.nonce,
    idTokenExpected: true,
  })
  return letIn(services, begun.forceId, claims, agent)
}

async function letIn(
  services: Services,
  forceId: string,
  claims: { iss: string; sub: string; email?: unknown; email_verified?: unknown },
  agent: string,
): Promise<SignedIn & { token: string }> {
  const identity = `${claims.iss} ${claims.sub}`
  const now = services.clock.now()
  return services.db.write(async (tx) => {
    const ofForce = (condition: Parameters<typeof and>[0]) =>
      tx.orm
        .select({ user: users, force: forces })
        .from(users)
        .innerJoin(forces, eq(forces.id, users.forceId))
        .where(and(eq(users.forceId, forceId), isNull(users.disabledAt), condition))
    const [linked] = await ofForce(eq(users.identity, identity))
    const email = claims.email_verified === true && typeof claims.email === 'string' ? toEmail(claims.email) : undefined
    const [byEmail] =
      linked || email === undefined ? [] : await ofForce(and(eq(users.email, email), isNull(users.identity)))
    const found = linked ?? byEmail
    if (!found)
      throw new AppError('not-signed-in', 'You have no account here yet. Ask an admin of your force to invite you.')
    if (!linked) await tx.orm.update(users).set({ identity }).where(eq(users.id, found.user.id))
    // Whoever the provider vouches for needs no link; one that somebody else may hold must not stay open.
    await tx.orm.delete(accountLinks).where(eq(accountLinks.userId, found.user.id))
    const signedIn = toSignedIn(found.user, found.force, await membershipsOf(tx, forceId, found.user.id))
    await appendEntry(tx, {
      forceId,
      at: now,
      actor: toActor(signedIn.principal),
      operation: 'sign-in',
      objectType: 'session',
      objectId: found.user.id,
      outcome: 'done',
      payload: { via: claims.iss, linked: !linked },
    })
    return { ...signedIn, token: await beginSession(tx, found.user.id, agent, now, 'provider') }
  })
}

/** Everything that the provider's answer must fit is checked by the library; what it finds is for the log. */
async function exchange(
  services: Services,
  config: oidc.Configuration,
  url: URL,
  checks: oidc.AuthorizationCodeGrantChecks,
) {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, url, checks)
    const claims = tokens.claims()
    if (!claims) throw new Error('The provider gave no identity.')
    if (claims.email !== undefined) return claims
    return { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), iss: claims.iss, sub: claims.sub }
  } catch (error) {
    services.log.warn({ error }, 'a sign-in at the provider was refused')
    throw new AppError('not-signed-in', 'Your sign-in there was not accepted. Try again, or use your password.')
  }
}

const configurations = new WeakMap<Services, Map<string, { of: string; made: Promise<oidc.Configuration> }>>()

/** The provider as it describes itself, read once for each of its settings. */
async function configure(services: Services, forceId: string): Promise<oidc.Configuration> {
  const { provider } = await getAccountSettings(services.db.read, forceId)
  if (!provider) throw notOffered()
  const known = configurations.get(services) ?? new Map()
  configurations.set(services, known)
  const of = JSON.stringify(provider)
  const cached = known.get(forceId)
  if (cached?.of === of) return cached.made
  const made = discover(services, forceId, provider).catch((error: unknown) => {
    known.delete(forceId)
    services.log.error({ error }, 'the sign-in provider could not be reached')
    throw new AppError('unavailable', 'The sign-in of your force cannot be reached. Use your password, or try later.')
  })
  known.set(forceId, { of, made })
  return made
}

function discover(services: Services, forceId: string, provider: NonNullable<AccountSettings['provider']>) {
  const { issuer, clientId, origins, addresses, secret } = provider
  const clientSecret = secret === null ? undefined : services.vault.open(secret, secretContext(forceId))
  const isPlain = issuer.startsWith('http:')
  return oidc.discovery(
    new URL(issuer),
    clientId,
    clientSecret,
    clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
    {
      [oidc.customFetch]: fetchFrom([issuer, ...origins], addresses),
      execute: isPlain ? [oidc.allowInsecureRequests] : [],
    },
  )
}

function redirectTo(origin: string): string {
  return `${origin}/sign-in/provider`
}

function notOffered(): AppError {
  return new AppError('not-found', 'This force has no sign-in of its own here.')
}
