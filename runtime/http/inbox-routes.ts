import { inboxRoutes } from '../../schema/api/inbox.ts'
import { acknowledgeAlert } from '../alerts/acknowledge-alert.ts'
import { actOnContact } from '../inbox/act-on-contact.ts'
import { getContact } from '../inbox/get-contact.ts'
import { listContacts } from '../inbox/list-contacts.ts'
import { streamInbox } from './inbox-stream.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'
import { readSessionCookie } from './session-cookie.ts'

/** What operators and supervisors do with contacts. */
export function mountInboxRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, inboxRoutes.contacts, ({ principal, query }) =>
    listContacts(services, principal, query.state ?? 'open'),
  )
  mount(server, inboxRoutes.contact, ({ principal, params }) => getContact(services, principal, params.id))
  mount(server, inboxRoutes.claim, ({ principal, params }) =>
    actOnContact(services, principal, params.id, { does: 'join' }),
  )
  mount(server, inboxRoutes.say, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'say', text: body.text }, body.key),
  )
  mount(server, inboxRoutes.giveBack, ({ principal, params }) =>
    actOnContact(services, principal, params.id, { does: 'return' }),
  )
  mount(server, inboxRoutes.close, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'close', outcome: body.outcome }),
  )
  mount(server, inboxRoutes.acknowledge, ({ principal, params }) => acknowledgeAlert(services, principal, params.id))
  mount(server, inboxRoutes.stream, async ({ principal, context }) =>
    streamInbox(services, principal, readSessionCookie(context, server.environment) ?? ''),
  )
}
