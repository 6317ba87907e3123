import { setTimeout as sleep } from 'node:timers/promises'
import { restAfter } from './rest-after.ts'
import type { Services } from './services.ts'

interface Looking {
  /** Milliseconds between two looks. */
  pause: number
  /** For the log, when a look fails: the next one comes all the same. */
  failed: string
  /** Work that can wait: it takes a small part of the time, and rests the longer the longer it took. */
  behindTheScenes?: boolean
  /** Looks, and does what is due. True when there is more, so that the next look comes soon. */
  look: () => Promise<unknown>
}

/** Milliseconds between two looks when there is more. */
const breath = 20

/**
 * Looks again and again for what is due, one look at a time, until it is stopped. What is due stands in the database, so
 * whatever one process did not get to, the next one finds. Stopping waits for the look that is under way.
 */
export function lookAgain(services: Services, { pause, failed, behindTheScenes, look }: Looking) {
  const stop = new AbortController()
  const work = async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      const more = await look().catch((error: unknown) => services.log.error({ error }, failed))
      const rest = more === true ? breath : pause
      const length = behindTheScenes ? restAfter(performance.now() - began, rest) : rest
      await sleep(length, undefined, { ref: false, signal: stop.signal }).catch(() => {})
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
