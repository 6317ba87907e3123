import { peopleRoutes } from '../../schema/api/people.ts'
import type { NewLink } from '../accounts/links.ts'
import { mailLink } from '../accounts/mail-link.ts'
import {
  disablePerson,
  endSessionsOf,
  getUserRow,
  invite,
  listPeople,
  makeResetLink,
  savePerson,
  takeTwoFactorAway,
  withdrawInvitation,
} from '../accounts/people.ts'
import { listSessions } from '../accounts/sessions.ts'
import { isoTime } from '../flows/flow-row.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** The people of a force, for its admins. */
export function mountPeopleRoutes(server: ServerContext): void {
  const { services, environment } = server
  const show = async (forceId: string, kind: 'invitation' | 'reset', email: string, link: NewLink) => ({
    path: link.path,
    expiresAt: isoTime(link.expiresAt),
    mailed: await mailLink(services, forceId, environment, kind, email, link),
  })

  mount(server, peopleRoutes.list, ({ principal }) => listPeople(services, principal))
  mount(server, peopleRoutes.invite, async ({ principal, body }) => {
    const { invitation, link } = await invite(services, principal, body)
    return { invitation, link: await show(principal.forceId, 'invitation', invitation.email, link) }
  })
  mount(server, peopleRoutes.withdraw, async ({ principal, params }) => {
    await withdrawInvitation(services, principal, params.id)
    return undefined
  })
  mount(server, peopleRoutes.save, ({ principal, params, body }) => savePerson(services, principal, params.id, body))
  mount(server, peopleRoutes.disable, ({ principal, params, body }) =>
    disablePerson(services, principal, params.id, body.disabled),
  )
  mount(server, peopleRoutes.resetLink, async ({ principal, params }) => {
    const { email } = await getUserRow(services.db.read, principal, params.id)
    return show(principal.forceId, 'reset', email, await makeResetLink(services, principal, params.id))
  })
  mount(server, peopleRoutes.removeTwoFactor, async ({ principal, params }) => {
    await takeTwoFactorAway(services, principal, params.id)
    return undefined
  })
  mount(server, peopleRoutes.sessions, async ({ principal, params }) => {
    const { id } = await getUserRow(services.db.read, principal, params.id)
    return { sessions: await listSessions(services.db.read, id, services.clock.now()) }
  })
  mount(server, peopleRoutes.endSessions, async ({ principal, params }) => {
    await endSessionsOf(services, principal, params.id)
    return undefined
  })
}
