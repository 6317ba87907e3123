import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { entryRoutes } from '../../schema/api/account.ts'
import { AppError } from '../../schema/app-error.ts'
import { getAccountSettings, saveAccountSettings, toSignInSettings } from '../accounts/account-settings.ts'
import { lookAtLink, takeLink } from '../accounts/links.ts'
import { canMail, mailReset } from '../accounts/mail-link.ts'
import { beginProvider, finishProvider, theForce } from '../accounts/provider-sign-in.ts'
import { createThrottle } from '../accounts/throttle.ts'
import { addressOf } from './address-of.ts'
import { mount } from './mount.ts'
import { isHttps } from './own-origin.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'
import { writeSessionCookie } from './session-cookie.ts'

const minute = 60_000
const browserCookie = 'signpost-provider'

/** Getting in otherwise than with a password that one has: links, and the force's own provider. */
export function mountEntryRoutes(server: ServerContext): void {
  const { services, environment } = server
  const links = createThrottle(services.clock, 20, 5 * minute)
  const asks = createThrottle(services.clock, 5, 15 * minute)
  const limit = (throttle: typeof links, context: Context<RequestEnv>) => {
    if (!throttle.take(addressOf(context, environment)))
      throw new AppError('too-many', 'Too many tries. Wait a few minutes.')
  }
  const originOf = (context: Context<RequestEnv>) =>
    new URL(environment.publicUrl ?? context.req.header('origin') ?? context.req.url).origin

  mount(server, entryRoutes.ways, async () => {
    const force = await theForce(services)
    const settings = force && (await getAccountSettings(services.db.read, force.id))
    const mail = force !== undefined && (await canMail(services, force.id, environment))
    return { force: force?.name ?? '', provider: settings?.provider?.label ?? null, mail }
  })
  mount(server, entryRoutes.lookAtLink, async ({ body, context }) => {
    limit(links, context)
    return lookAtLink(services, body.token)
  })
  mount(server, entryRoutes.useLink, async ({ body, context }) => {
    limit(links, context)
    const done = await takeLink(services, body, agentOf(context))
    if (done) writeSessionCookie(context, environment, done.token)
    return { session: done?.session ?? null }
  })
  mount(server, entryRoutes.askForReset, async ({ body, context }) => {
    limit(asks, context)
    // Not waited for: how long it takes would say whether there is such an account.
    mailReset(services, environment, body.email).catch((error: unknown) =>
      services.log.error({ error }, 'a link for a new password was not mailed'),
    )
    return undefined
  })

  mount(server, entryRoutes.beginProvider, async ({ context }) => {
    limit(links, context)
    const { url, browser } = await beginProvider(services, originOf(context))
    setCookie(context, browserCookie, browser, {
      path: '/api/oidc',
      httpOnly: true,
      secure: isHttps(environment),
      sameSite: 'Lax',
      maxAge: 600,
    })
    return { url }
  })
  mount(server, entryRoutes.finishProvider, async ({ body, context }) => {
    limit(links, context)
    const { token, session } = await finishProvider(services, {
      search: body.search,
      browser: getCookie(context, browserCookie) ?? '',
      origin: originOf(context),
      agent: agentOf(context),
    })
    deleteCookie(context, browserCookie, { path: '/api/oidc', secure: isHttps(environment) })
    writeSessionCookie(context, environment, token)
    return session
  })

  mount(server, entryRoutes.settings, async ({ principal }) =>
    toSignInSettings(await getAccountSettings(services.db.read, principal.forceId)),
  )
  mount(server, entryRoutes.saveSettings, ({ principal, body }) => saveAccountSettings(services, principal, body))
}

function agentOf(context: Context<RequestEnv>): string {
  return context.req.header('user-agent') ?? ''
}
