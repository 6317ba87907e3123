import { presenceRoutes } from '../../schema/api/presence.ts'
import { moveInFlow } from '../flows/flow-presence.ts'
import { getFlowRow } from '../flows/flow-row.ts'
import { streamFlow } from './flow-stream.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Two designers on one flow: who else is there. */
export function mountPresenceRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, presenceRoutes.stream, async ({ principal, params, query, context }) => {
    await getFlowRow(services.db.read, principal, params.id)
    const token = readSessionCookie(context, server.environment) ?? ''
    return streamFlow(services, principal, token, params.id, query.client)
  })
  mount(server, presenceRoutes.move, async ({ principal, params, body }) => {
    await getFlowRow(services.db.read, principal, params.id)
    await moveInFlow(services, principal, params.id, body.client, body.node)
    return undefined
  })
}
