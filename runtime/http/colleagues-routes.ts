import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { choosePresence } from '../handover/choose-presence.ts'
import { toColleague } from '../handover/to-colleague.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Who is there, and what they want to be given. */
export function mountColleaguesRoutes(server: ServerContext): void {
  const { services } = server
  const list = async (forceId: string) => {
    await services.desk.refresh(forceId)
    return { colleagues: services.desk.people(forceId).map(toColleague) }
  }
  mount(server, colleaguesRoutes.colleagues, ({ principal }) => list(principal.forceId))
  mount(server, colleaguesRoutes.here, async ({ principal, body }) => {
    services.bus.publish(`heard:${principal.userId}:${body.stream}`)
    return undefined
  })
  mount(server, colleaguesRoutes.choose, async ({ principal, body }) => {
    await choosePresence(services, principal, body)
    return list(principal.forceId)
  })
}
