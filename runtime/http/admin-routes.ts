import type { Context } from 'hono'
import { adminRoutes } from '../../schema/api/admin.ts'
import { toActor } from '../accounts/principal.ts'
import { endSession } from '../accounts/sessions.ts'
import { isSetUpNeeded, setUp } from '../accounts/set-up.ts'
import { signIn } from '../accounts/sign-in.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { listTemplates } from '../flows/templates.ts'
import { listContactTypes } from '../intent/list-contact-types.ts'
import { listDepartments, saveDepartments } from '../routing/departments.ts'
import { createSite, listSites, saveSite } from '../sites/save-site.ts'
import { addressOf } from './address-of.ts'
import { mount } from './mount.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.ts'

/** First start, sign-in, and the settings of the force. */
export function mountAdminRoutes(server: ServerContext): void {
  const { services, environment } = server

  mount(server, adminRoutes.setupState, async () => {
    const needed = await isSetUpNeeded(services.db.read)
    return { needed, templates: needed ? listTemplates() : [] }
  })
  mount(server, adminRoutes.setup, async ({ body, context }) => {
    const { token, ...done } = await setUp(services, body, agentOf(context))
    writeSessionCookie(context, environment, token)
    return done
  })
  mount(server, adminRoutes.session, async ({ signedIn }) => signedIn.session)
  mount(server, adminRoutes.signIn, async ({ body, context }) => {
    const { token, session } = await signIn(services, server.signInLimits, {
      ...body,
      address: addressOf(context, environment),
      agent: agentOf(context),
      before: readSessionCookie(context, environment),
    })
    writeSessionCookie(context, environment, token)
    return session
  })
  mount(server, adminRoutes.signOut, async ({ principal, context }) => {
    const token = readSessionCookie(context, environment)
    await services.db.write(async (tx) => {
      if (token) await endSession(tx, token)
      await appendEntry(tx, {
        forceId: principal.forceId,
        at: services.clock.now(),
        actor: toActor(principal),
        operation: 'sign-in',
        objectType: 'session',
        objectId: principal.userId,
        outcome: 'done',
        payload: { does: 'sign-out' },
      })
    })
    clearSessionCookie(context, environment)
    return undefined
  })

  mount(server, adminRoutes.sites, async ({ principal }) => ({ sites: await listSites(services, principal) }))
  mount(server, adminRoutes.createSite, ({ principal, body }) => createSite(services, principal, body))
  mount(server, adminRoutes.saveSite, ({ principal, params, body }) => saveSite(services, principal, params.id, body))

  mount(server, adminRoutes.contactTypes, async ({ principal }) => ({
    types: await listContactTypes(services, principal.forceId),
  }))
  mount(server, adminRoutes.departments, async ({ principal }) => ({
    departments: await listDepartments(services.db.read, principal.forceId),
  }))
  mount(server, adminRoutes.saveDepartments, async ({ principal, body }) => ({
    departments: await saveDepartments(services, principal, body.departments),
  }))
}

function agentOf(context: Context<RequestEnv>): string {
  return context.req.header('user-agent') ?? ''
}
