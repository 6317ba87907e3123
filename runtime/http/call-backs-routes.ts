import { callBacksRoutes } from '../../schema/api/call-backs.ts'
import { finishCallBack, listCallBacks, takeCallBack } from '../inbox/call-backs.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** People who wait to be rung up. */
export function mountCallBacksRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, callBacksRoutes.list, async ({ principal }) => ({
    callBacks: await listCallBacks(services, principal),
  }))
  mount(server, callBacksRoutes.take, async ({ principal, params }) => {
    await takeCallBack(services, principal, params.id)
    return { ok: true as const }
  })
  mount(server, callBacksRoutes.finish, async ({ principal, params, body }) => {
    await finishCallBack(services, principal, params.id, body.outcome)
    return { ok: true as const }
  })
}
