import { randomBytes } from 'node:crypto'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { toString as toQr } from 'qrcode'
import { AppError } from '../../schema/app-error.ts'
import type { Transaction } from '../db/database.ts'
import { recoveryCodes, users } from '../db/tables/accounts.ts'
import { hashToken } from '../ids.ts'
import type { Services } from '../services.ts'
import { getAccountSettings, needsTwoFactor } from './account-settings.ts'
import { isPasswordOf } from './passwords.ts'
import type { Principal } from './principal.ts'
import { recordAccount } from './record.ts'

const stepSeconds = 30
const howManyCodes = 10
/** Bytes of a recovery code: too many to try out, also against a copy of the database. */
const codeBytes = 10
/** Secrets that were shown and not confirmed yet, by person; in memory, because nothing is protected by them. */
type Pending = Map<string, { secret: string; at: number }>
const pendings = new WeakMap<Services, Pending>()
const pendingMs = 900_000

export async function accountState(services: Services, { userId, forceId, roles }: Principal) {
  const { read } = services.db
  const [user] = await read.orm.select({ totp: users.totp }).from(users).where(eq(users.id, userId))
  const left = await read.orm
    .select({ code: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return {
    twoFactor: (user?.totp ?? null) !== null,
    twoFactorRequired: needsTwoFactor(await getAccountSettings(read, forceId), roles),
    recoveryCodesLeft: left.length,
  }
}

/**
 * A secret for an authenticator app. It asks for the password, and where there is a second factor already for a code of
 * that: a session that was left open must not be enough to move the factor to somebody else's phone.
 */
export async function beginTwoFactor(services: Services, principal: Principal, password: string, code?: string) {
  const user = await getUser(services, principal)
  if (!(await isPasswordOf(user.passwordHash, password))) throw wrong('The password is not right.')
  if (user.totp !== null && !(await services.db.write((tx) => takeCode(services, tx, principal.userId, code ?? ''))))
    throw wrong('The code is not right. It has to come from the app that you use now.')
  const secret = new Secret({ size: 20 }).base32
  const pending: Pending = pendings.get(services) ?? new Map()
  pendings.set(services, pending)
  pending.set(principal.userId, { secret, at: services.clock.now() })
  const uri = toTotp(secret, user.email).toString()
  return { secret, uri, picture: await toQr(uri, { type: 'svg', margin: 1 }) }
}

/** Turns the second factor on, when the app gives the right code. Every other session ends. */
export async function confirmTwoFactor(
  services: Services,
  principal: Principal,
  code: string,
  keep: string,
): Promise<{ codes: string[] }> {
  const now = services.clock.now()
  const begun = pendings.get(services)?.get(principal.userId)
  if (!begun || begun.at < now - pendingMs) throw new AppError('conflict', 'That took too long. Begin again.')
  const step = stepOf(begun.secret, code, now)
  if (step === undefined) throw wrong('The code is not right. Check that the clock of your phone is right.')
  const codes = await services.db.write(async (tx) => {
    const totp = services.vault.seal(begun.secret, sealedFor(principal.userId))
    await tx.orm.update(users).set({ totp, totpStep: step }).where(eq(users.id, principal.userId))
    await tx.run('DELETE FROM sessions WHERE user_id = ? AND token_hash <> ?', [principal.userId, keep])
    await recordAccount(tx, principal, now, 'second factor on', principal.userId)
    return writeCodes(tx, principal.userId)
  })
  pendings.get(services)?.delete(principal.userId)
  return { codes }
}

export async function newRecoveryCodes(services: Services, principal: Principal, code: string) {
  return services.db.write(async (tx) => {
    if (!(await takeCode(services, tx, principal.userId, code))) throw wrong('The code is not right.')
    await recordAccount(tx, principal, services.clock.now(), 'new recovery codes', principal.userId)
    return { codes: await writeCodes(tx, principal.userId) }
  })
}

export async function removeTwoFactor(services: Services, principal: Principal, password: string, code: string) {
  const settings = await getAccountSettings(services.db.read, principal.forceId)
  if (needsTwoFactor(settings, principal.roles))
    throw new AppError('conflict', 'Your role needs a second factor. Set up another app instead.')
  const user = await getUser(services, principal)
  if (!(await isPasswordOf(user.passwordHash, password))) throw wrong('The password is not right.')
  await services.db.write(async (tx) => {
    if (!(await takeCode(services, tx, principal.userId, code))) throw wrong('The code is not right.')
    await forgetTwoFactor(tx, principal.userId)
    await recordAccount(tx, principal, services.clock.now(), 'second factor off', principal.userId)
  })
}

export async function forgetTwoFactor(tx: Transaction, userId: string): Promise<void> {
  await tx.orm.update(users).set({ totp: null, totpStep: null }).where(eq(users.id, userId))
  await tx.orm.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
}

/** Whether `code` is right for this person, from the app or a recovery code. What was right is used up. */
export async function takeCode(services: Services, tx: Transaction, userId: string, code: string): Promise<boolean> {
  const [user] = await tx.orm.select({ totp: users.totp }).from(users).where(eq(users.id, userId))
  if (!user?.totp) return false
  const now = services.clock.now()
  const step = stepOf(services.vault.open(user.totp, sealedFor(userId)), code, now)
  if (step !== undefined) {
    const fresh = and(eq(users.id, userId), or(isNull(users.totpStep), lt(users.totpStep, step)))
    const taken = await tx.orm.update(users).set({ totpStep: step }).where(fresh).returning({ id: users.id })
    return taken.length === 1
  }
  const used = await tx.run(
    'UPDATE recovery_codes SET used_at = ? WHERE user_id = ? AND code_hash = ? AND used_at IS NULL',
    [now, userId, hashToken(plainCode(code))],
  )
  return used === 1
}

/** The time step that `code` belongs to: now, or the one before or after, because clocks differ. */
function stepOf(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = toTotp(secret, '').validate({ token, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / stepSeconds) + delta
}

async function writeCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: howManyCodes }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(codeBytes)).buffer }).base32.toLowerCase()
    return letters.match(/.{4}/g)?.join('-') ?? letters
  })
  await tx.orm.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  for (const code of codes) await tx.orm.insert(recoveryCodes).values({ userId, codeHash: hashToken(plainCode(code)) })
  return codes
}

function plainCode(code: string): string {
  return code.toLowerCase().replace(/[^a-z2-7]/g, '')
}

function toTotp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Signpost', label, secret: Secret.fromBase32(secret), period: stepSeconds })
}

async function getUser(services: Services, { userId }: Principal) {
  const [user] = await services.db.read.orm.select().from(users).where(eq(users.id, userId))
  if (!user) throw new AppError('not-found', 'There is no such account.')
  return user
}

function sealedFor(userId: string): string {
  return `totp|${userId}`
}

/** Wrong here, but signed in: the session stays. */
function wrong(message: string): AppError {
  return new AppError('not-valid', message)
}
