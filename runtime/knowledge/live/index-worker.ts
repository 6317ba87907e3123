import { lookAgain } from '../../look-again.ts'
import type { Services } from '../../services.ts'

/** What another process took away is gone from the memory of this one after so long, whether or not anybody asks (SEC-41). */
const pause = 2_000

/** Brings the passages that this process holds up to date, so that nothing removed stays and nobody who asks waits for it. */
export function startIndexWorker(services: Services) {
  return lookAgain(services, {
    pause,
    failed: 'the passages in memory could not be brought up to date',
    look: () => services.knowledge.refresh(),
  })
}
