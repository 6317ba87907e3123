import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { CountedAlready, rollUp } from './roll-up.ts'

const pause = 2_000

/** Keeps the figures of every flow up to date, a few seconds behind what happens: visitors come first. */
export function startTrafficWorker(services: Services) {
  return lookAgain(services, {
    pause,
    failed: 'the traffic of flows could not be counted',
    behindTheScenes: true,
    look: () =>
      rollUp(services).catch((error: unknown) => {
        if (error instanceof CountedAlready) return true
        throw error
      }),
  })
}
