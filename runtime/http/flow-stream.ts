import type { Principal } from '../accounts/principal.ts'
import { findSession } from '../accounts/sessions.ts'
import { arriveAtFlow, leaveFlow, presenceLasts, readPresence } from '../flows/flow-presence.ts'
import type { Services } from '../services.ts'
import { createWaiter, streamFrames, toFrame } from './sse.ts'

/** Milliseconds between two looks where nothing woke the stream, and between two signs of life of the page. */
const lookMs = 3_000
const aliveMs = presenceLasts / 3

/** Who else has the flow open, and when its draft is saved. While the stream is open, the page counts as there. */
export function streamFlow(
  services: Services,
  principal: Principal,
  sessionToken: string,
  flow: string,
  client: string,
): Response {
  return streamFrames(async function* (signal) {
    const waiter = createWaiter(signal)
    const unsubscribe = services.bus.subscribe(`flow:${flow}`, waiter.wake)
    try {
      yield 'retry: 1000\n\n'
      let aliveAt = Number.NEGATIVE_INFINITY
      let sent = ''
      while (!signal.aborted) {
        if (!(await mayStillDesign(services, sessionToken))) return
        if (performance.now() - aliveAt >= aliveMs) {
          await arriveAtFlow(services, principal, flow, client)
          if (aliveAt === Number.NEGATIVE_INFINITY) services.bus.publish(`flow:${flow}`)
          aliveAt = performance.now()
          yield ': here\n\n'
        }
        const frame = toFrame({ data: await readPresence(services.db.read, flow, services.clock.now()) })
        if (frame !== sent) yield frame
        sent = frame
        await waiter.wait(lookMs)
      }
    } catch (error) {
      services.log.error({ error }, 'the stream of a flow ended early')
    } finally {
      unsubscribe()
      await leaveFlow(services, principal, flow, client).catch(() => {})
    }
  })
}

async function mayStillDesign(services: Services, token: string): Promise<boolean> {
  const signedIn = await findSession(services, token)
  return signedIn?.principal.roles.some((role) => role === 'designer' || role === 'admin') ?? false
}
