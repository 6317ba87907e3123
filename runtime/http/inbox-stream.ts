import type { Principal } from '../accounts/principal.ts'
import { findSession } from '../accounts/sessions.ts'
import type { Services } from '../services.ts'
import { createWaiter, heartbeatMs, streamFrames, toFrame } from './sse.ts'

/** A stream ends within five seconds after the person was signed out, disabled, or lost the role. */
const lookMs = 3_000
const recheckMs = 1_000

/** Wake-ups for the inbox: something of the force changed, look again. While it is open, the person counts as there. */
export function streamInbox(services: Services, principal: Principal, sessionToken: string): Response {
  return streamFrames(async function* (signal) {
    const waiter = createWaiter(signal)
    let changed = true
    const unsubscribe = services.bus.subscribe(`inbox:${principal.forceId}`, () => {
      changed = true
      waiter.wake()
    })
    const leave = services.presence.arrive(principal.forceId, principal.userId)
    try {
      yield 'retry: 1000\n\n'
      let checkedAt = performance.now()
      let sentAt = checkedAt
      while (!signal.aborted) {
        if (performance.now() - checkedAt >= recheckMs) {
          if (!(await mayStillListen(services, sessionToken))) return
          checkedAt = performance.now()
        }
        if (changed) {
          changed = false
          yield toFrame({ data: {} })
          sentAt = performance.now()
        } else if (performance.now() - sentAt > heartbeatMs - lookMs) {
          yield ': here\n\n'
          sentAt = performance.now()
        }
        await waiter.wait(lookMs)
      }
    } catch (error) {
      services.log.error({ error }, 'the stream of the inbox ended early')
    } finally {
      leave()
      unsubscribe()
    }
  })
}

async function mayStillListen(services: Services, token: string): Promise<boolean> {
  const signedIn = await findSession(services, token)
  return signedIn?.principal.roles.some((role) => role === 'operator' || role === 'supervisor') ?? false
}
