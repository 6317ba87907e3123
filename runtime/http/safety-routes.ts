import { safetyRoutes } from '../../schema/api/safety.ts'
import { listUnanswered } from '../alerts/list-unanswered.ts'
import { readSafetySettings, saveSafetySettings } from '../alerts/safety-settings.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What staff see and set of the detector and its alerts. */
export function mountSafetyRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, safetyRoutes.state, async ({ principal }) => ({
    faults: services.faults(principal.forceId),
    unanswered: await listUnanswered(services, principal),
  }))
  mount(server, safetyRoutes.settings, ({ principal }) => readSafetySettings(services.db.read, principal.forceId))
  mount(server, safetyRoutes.saveSettings, ({ principal, body }) => saveSafetySettings(services, principal, body))
}
