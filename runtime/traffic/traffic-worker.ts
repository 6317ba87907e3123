import { setTimeout as sleep } from 'node:timers/promises'
import { restAfter } from '../rest-after.ts'
import type { Services } from '../services.ts'
import { CountedAlready, rollUp } from './roll-up.ts'

/** Milliseconds between two looks, and between two batches when there is more to count: visitors come first. */
const pause = 2_000
const breath = 20

/** Keeps the figures of every flow up to date, a few seconds behind what happens. */
export function startTrafficWorker(services: Services) {
  const stop = new AbortController()
  const rest = (ms: number) => sleep(ms, undefined, { ref: false, signal: stop.signal }).catch(() => {})
  const work = async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      const more = await look(services)
      await rest(restAfter(performance.now() - began, more ? breath : pause))
    }
  }
  const working = work()
  return {
    async stop() {
      stop.abort()
      await working
    },
  }
}

async function look(services: Services): Promise<boolean> {
  try {
    return await rollUp(services)
  } catch (error) {
    if (error instanceof CountedAlready) return true
    services.log.error({ error }, 'the traffic of flows could not be counted')
    return false
  }
}
