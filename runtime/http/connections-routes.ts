import { connectionsRoutes } from '../../schema/api/connections.ts'
import { effectOfNode } from '../flows/effect-of-node.ts'
import { getFlowRow } from '../flows/flow-row.ts'
import { dryRun, dryRunEffect } from '../integrations/dry-run.ts'
import { listConnections } from '../integrations/list-connections.ts'
import { removeConnection, saveConnection } from '../integrations/save-connection.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

const nothingSent = { request: null, answer: null, failure: null }

/** Systems that flows and staff may call, and trying them. */
export function mountConnectionsRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, connectionsRoutes.list, async ({ principal }) => ({
    connections: await listConnections(services.db.read, principal.forceId),
  }))
  mount(server, connectionsRoutes.save, ({ principal, params, body }) =>
    saveConnection(services, principal, params.id, body),
  )
  mount(server, connectionsRoutes.remove, async ({ principal, params }) => {
    await removeConnection(services, principal, params.id)
    return undefined
  })
  mount(server, connectionsRoutes.dryRun, ({ principal, params, body }) => dryRun(services, principal, params.id, body))
  mount(server, connectionsRoutes.dryRunNode, async ({ principal, params, body }) => {
    await getFlowRow(services.db.read, principal, params.id)
    const effect = effectOfNode(services, principal.forceId, body)
    if (effect?.kind !== 'http')
      return { ...nothingSent, refused: 'With these values it sends nothing: a part of the address is empty.' }
    return dryRunEffect(services, principal, effect, body.send)
  })
}
