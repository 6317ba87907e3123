import type { Context } from 'hono'
import { accountRoutes } from '../../schema/api/account.ts'
import { AppError } from '../../schema/app-error.ts'
import { createToken, listTokens, openAreas, removeToken } from '../accounts/api-tokens.ts'
import { changePassword } from '../accounts/change-password.ts'
import { toActor } from '../accounts/principal.ts'
import { endSessionById, listSessions } from '../accounts/sessions.ts'
import {
  accountState,
  beginTwoFactor,
  confirmTwoFactor,
  newRecoveryCodes,
  removeTwoFactor,
} from '../accounts/two-factor.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { hashToken } from '../ids.ts'
import { mount } from './mount.ts'
import { declaredRoutes } from './require-declared-routes.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'
import { readSessionCookie } from './session-cookie.ts'

/** A person's own account: password, second factor, sessions, keys. */
export function mountAccountRoutes(server: ServerContext): void {
  const { services, environment } = server
  const sessionOf = (context: Context<RequestEnv>) => readSessionCookie(context, environment) ?? ''
  /** Passwords and codes are guessed no faster here than at the door. */
  const guarded = async <Result>(userId: string, act: () => Promise<Result>): Promise<Result> => {
    const key = `account ${userId}`
    if (!server.signInLimits.byAccount.take(key))
      throw new AppError('too-many', 'Too many tries. Wait a quarter of an hour, then try again.')
    const done = await act()
    server.signInLimits.byAccount.giveBack(key)
    return done
  }

  mount(server, accountRoutes.state, ({ principal }) => accountState(services, principal))
  mount(server, accountRoutes.changePassword, async ({ principal, body, context }) => {
    await guarded(principal.userId, () => changePassword(services, principal, body, sessionOf(context)))
    return undefined
  })
  mount(server, accountRoutes.beginTwoFactor, ({ principal, body }) =>
    guarded(principal.userId, () => beginTwoFactor(services, principal, body.password, body.code)),
  )
  mount(server, accountRoutes.confirmTwoFactor, ({ principal, body, context }) =>
    guarded(principal.userId, () => confirmTwoFactor(services, principal, body.code, hashToken(sessionOf(context)))),
  )
  mount(server, accountRoutes.newCodes, ({ principal, body }) =>
    guarded(principal.userId, () => newRecoveryCodes(services, principal, body.code)),
  )
  mount(server, accountRoutes.removeTwoFactor, async ({ principal, body }) => {
    await guarded(principal.userId, () => removeTwoFactor(services, principal, body.password, body.code))
    return undefined
  })
  mount(server, accountRoutes.sessions, async ({ principal, context }) => ({
    sessions: await listSessions(services.db.read, principal.userId, services.clock.now(), sessionOf(context)),
  }))
  mount(server, accountRoutes.endSession, async ({ principal, params, context }) => {
    await services.db.write(async (tx) => {
      const ended = await endSessionById(tx, principal.userId, params.id, sessionOf(context))
      if (!ended) throw new AppError('not-found', 'There is no such session.')
      await appendEntry(tx, {
        forceId: principal.forceId,
        at: services.clock.now(),
        actor: toActor(principal),
        operation: 'sign-in',
        objectType: 'session',
        objectId: principal.userId,
        outcome: 'done',
        payload: { does: 'session ended', session: params.id },
      })
    })
    return undefined
  })
  mount(server, accountRoutes.tokens, async ({ principal }) => ({
    tokens: await listTokens(services, principal),
    areas: openAreas(declaredRoutes()),
  }))
  mount(server, accountRoutes.createToken, ({ principal, body }) =>
    guarded(principal.userId, () => createToken(services, principal, body, openAreas(declaredRoutes()))),
  )
  mount(server, accountRoutes.removeToken, async ({ principal, params }) => {
    await removeToken(services, principal, params.id)
    return undefined
  })
}
