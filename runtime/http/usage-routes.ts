import { usageRoutes } from '../../schema/api/usage.ts'
import { saveLimits } from '../usage/limits.ts'
import { readUsage } from '../usage/read-usage.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** How much is used, and how much may be. */
export function mountUsageRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, usageRoutes.get, ({ principal }) => readUsage(services, principal))
  mount(server, usageRoutes.saveLimits, ({ principal, body }) => saveLimits(services, principal, body))
}
