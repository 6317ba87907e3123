import { eq } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import { type AuditDraft, appendEntry } from '../audit/append-entry.ts'
import type { Clock } from '../clock.ts'
import { forces, users } from '../db/tables/accounts.ts'
import { membershipsOf } from '../routing/members.ts'
import type { Services } from '../services.ts'
import { isPasswordOf } from './passwords.ts'
import { toActor } from './principal.ts'
import { beginSession, endSession, type SignedIn, toSignedIn } from './sessions.ts'
import { createThrottle, type Throttle } from './throttle.ts'
import { takeCode } from './two-factor.ts'

const minute = 60_000

/** How often sign-in may fail: by address of the network, and by account. */
export interface SignInLimits {
  byAddress: Throttle
  byAccount: Throttle
}

export function createSignInLimits(clock: Clock): SignInLimits {
  return { byAddress: createThrottle(clock, 5, 5 * minute), byAccount: createThrottle(clock, 10, 15 * minute) }
}

export interface SignInTry {
  email: string
  password: string
  /** From the app, or a recovery code. */
  code?: string | undefined
  /** Where it comes from. */
  address: string
  agent: string
  /** Token of a session that the browser has: it ends. */
  before?: string | undefined
}

/**
 * Signs a person in and gives them a new session. An unknown e-mail, a wrong password and a disabled account get the same
 * answer after the same work. Failures count against address and account before the password is looked at, so many
 * tries at once do not slip through together.
 */
export async function signIn(
  services: Services,
  limits: SignInLimits,
  attempt: SignInTry,
): Promise<SignedIn & { token: string }> {
  const email = toEmail(attempt.email)
  if (!limits.byAddress.take(attempt.address) || !limits.byAccount.take(email))
    throw new AppError('too-many', 'Too many tries. Wait a quarter of an hour, then try again.')
  const [row] = await services.db.read.orm
    .select({ user: users, force: forces })
    .from(users)
    .innerJoin(forces, eq(forces.id, users.forceId))
    .where(eq(users.email, email))
  const right = await isPasswordOf(row?.user.passwordHash, attempt.password)
  const now = services.clock.now()
  if (!row || !right || row.user.disabledAt !== null) {
    await services.db.write((tx) => appendEntry(tx, refusal(row?.user, now)))
    throw new AppError('not-signed-in', 'E-mail or password is not right.')
  }
  const needsCode = row.user.totp !== null
  if (needsCode && attempt.code === undefined) {
    forget()
    throw new AppError('not-signed-in', 'Enter the code from your app.', { needs: 'code' })
  }
  const signedIn = toSignedIn(row.user, row.force, await membershipsOf(services.db.read, row.user.forceId, row.user.id))
  const token = await services.db.write(async (tx) => {
    if (needsCode && !(await takeCode(services, tx, row.user.id, attempt.code ?? ''))) {
      await appendEntry(tx, refusal(row.user, now))
      return undefined
    }
    if (attempt.before) await endSession(tx, attempt.before)
    await appendEntry(tx, {
      forceId: row.user.forceId,
      at: now,
      actor: toActor(signedIn.principal),
      operation: 'sign-in',
      objectType: 'session',
      objectId: row.user.id,
      outcome: 'done',
      payload: {},
    })
    return beginSession(tx, row.user.id, attempt.agent, now)
  })
  // The tries stay counted: a code of six digits must not be guessed with a password that was stolen.
  if (token === undefined) throw new AppError('not-signed-in', 'The code is not right.', { needs: 'code' })
  forget()
  return { ...signedIn, token }

  /** A good try does not count. */
  function forget(): void {
    limits.byAddress.giveBack(attempt.address)
    limits.byAccount.giveBack(email)
  }
}

function refusal(user: { id: string; forceId: string } | undefined, at: number): AuditDraft {
  return {
    forceId: user?.forceId ?? '',
    at,
    actor: { id: user?.id ?? 'unknown', role: 'system' },
    operation: 'sign-in',
    objectType: 'session',
    objectId: user?.id ?? 'unknown',
    outcome: 'refused',
    payload: {},
  }
}

/** An e-mail address as accounts keep it. */
export function toEmail(written: string): string {
  return written.trim().toLowerCase()
}
