import { deskCallsRoutes } from '../../schema/api/desk-calls.ts'
import { listDeskActions, showDeskCall } from '../integrations/desk-actions.ts'
import { makeDeskCall } from '../integrations/make-desk-call.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What staff do in other systems for a contact. */
export function mountDeskCallsRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, deskCallsRoutes.list, async ({ principal, params }) => ({
    actions: await listDeskActions(services, principal, params.id),
  }))
  mount(server, deskCallsRoutes.show, ({ principal, params, body }) =>
    showDeskCall(services, principal, params.id, body),
  )
  mount(server, deskCallsRoutes.send, ({ principal, params, body }) =>
    makeDeskCall(services, principal, params.id, body),
  )
}
