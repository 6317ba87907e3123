import { inboxRoutes } from '../../schema/api/inbox.ts'
import { acknowledgeAlert } from '../alerts/acknowledge-alert.ts'
import { actOnContact } from '../inbox/act-on-contact.ts'
import { getContact } from '../inbox/get-contact.ts'
import { listContacts } from '../inbox/list-contacts.ts'
import { listPlaces } from '../inbox/list-places.ts'
import { writeNote } from '../inbox/notes.ts'
import { noteSeen } from '../inbox/read-marks.ts'
import { searchContacts } from '../inbox/search-contacts.ts'
import { setTags } from '../inbox/set-tags.ts'
import { tellTyping } from '../inbox/typing.ts'
import { watchContact } from '../inbox/watch-contact.ts'
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
  mount(server, inboxRoutes.search, async ({ principal, query }) => ({
    contacts: await searchContacts(services, principal, query),
  }))
  mount(server, inboxRoutes.contact, ({ principal, params }) => getContact(services, principal, params.id))
  mount(server, inboxRoutes.claim, ({ principal, params }) =>
    actOnContact(services, principal, params.id, { does: 'join' }),
  )
  mount(server, inboxRoutes.say, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'say', text: body.text, offered: body.offered }, body.key),
  )
  mount(server, inboxRoutes.giveBack, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'return', node: body.node }),
  )
  mount(server, inboxRoutes.close, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'close', outcome: body.outcome }),
  )
  mount(server, inboxRoutes.transfer, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'transfer', ...body }),
  )
  mount(server, inboxRoutes.assign, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'assign', ...body }),
  )
  mount(server, inboxRoutes.correct, ({ principal, params, body }) =>
    actOnContact(services, principal, params.id, { does: 'correct', name: params.name, value: body.value }),
  )
  mount(server, inboxRoutes.places, async ({ principal, params }) => ({
    places: await listPlaces(services, principal, params.id),
  }))
  mount(server, inboxRoutes.note, ({ principal, params, body }) => writeNote(services, principal, params.id, body.text))
  mount(server, inboxRoutes.tags, async ({ principal, params, body }) => ({
    tags: await setTags(services, principal, params.id, body.tags),
  }))
  mount(server, inboxRoutes.watch, async ({ principal, params, body }) => {
    await watchContact(services, principal, params.id, body.watching)
    return { ok: true as const }
  })
  mount(server, inboxRoutes.typing, async ({ principal, params }) => {
    await tellTyping(services, principal, params.id)
    return undefined
  })
  mount(server, inboxRoutes.see, async ({ principal, params, body }) => {
    await noteSeen(services, principal, params.id, body.seq)
    return undefined
  })
  mount(server, inboxRoutes.acknowledge, ({ principal, params }) => acknowledgeAlert(services, principal, params.id))
  mount(server, inboxRoutes.stream, async ({ principal, context }) =>
    streamInbox(services, principal, readSessionCookie(context, server.environment) ?? ''),
  )
}
