import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'
import { serverRoutes } from './server-routes.ts'

/** How the server is, for whoever watches it. */
export function mountHealthRoutes(server: ServerContext): void {
  const { services, metrics } = server
  mount(server, serverRoutes.live, async () => ({ status: 'live' as const }))

  mount(server, serverRoutes.ready, async ({ context }) => {
    const database = await services.db.read.all('SELECT 1').then(
      () => true,
      () => false,
    )
    const faults = services.faults().map(({ part, message }) => ({ part, ok: false, message }))
    const parts = [{ part: 'database', ok: database }, ...faults]
    if (!database) return context.json({ status: 'not-ready' as const, parts }, 503)
    // A layer that failed does not take the server away from visitors: the other layers go on, and people are told.
    return { status: faults.length > 0 ? ('degraded' as const) : ('ready' as const), parts }
  })

  mount(server, serverRoutes.metrics, async ({ context }) =>
    context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  )
}
