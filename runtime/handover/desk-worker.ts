import { coalesce } from '../coalesce.ts'
import type { Services } from '../services.ts'
import { tendQueues } from './tend-queues.ts'
import { watchDesk } from './watch-desk.ts'

/** How often queues are looked after where nothing wakes it, and how often whoever is here says so, in milliseconds. */
const pause = 1_000
const beatEvery = 10_000
/** Changes that come close together are one. */
const gather = 100

/** Looks after the queues of every force: at each change of its inbox, and every second. */
export function startDeskWorker(services: Services) {
  const startedAt = services.clock.now()
  const busy = new Map<string, Promise<void>>()
  let stopped = false
  let beaten = performance.now()
  const tend = (forceId: string, watch = false) => {
    if (stopped || busy.has(forceId)) return
    const work = tendQueues(services, forceId, startedAt)
      .then(() => (watch ? watchDesk(services, forceId) : undefined))
      .catch((error: unknown) => services.log.error({ error }, 'queues could not be looked after'))
      .finally(() => busy.delete(forceId))
    busy.set(forceId, work)
  }
  const timer = setInterval(() => {
    for (const forceId of services.forceIds()) tend(forceId, true)
    if (performance.now() - beaten < beatEvery) return
    beaten = performance.now()
    services.desk.beat().catch((error: unknown) => services.log.error({ error }, 'presence could not be kept'))
  }, pause)
  timer.unref()
  return {
    wake: coalesce(gather, (forceId) => tend(forceId)),
    async stop() {
      stopped = true
      clearInterval(timer)
      await Promise.all(busy.values())
    },
  }
}
