import { trafficRoutes } from '../../schema/api/traffic.ts'
import { readTraffic } from '../traffic/read-traffic.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What happened in flows, as figures. */
export function mountTrafficRoutes(server: ServerContext): void {
  mount(server, trafficRoutes.flow, ({ principal, params, query }) =>
    readTraffic(server.services, principal, params.id, query.period, query.version),
  )
}
