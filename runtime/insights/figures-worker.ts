import { setTimeout as sleep } from 'node:timers/promises'
import { restAfter } from '../rest-after.ts'
import type { Services } from '../services.ts'
import { sendDueReports } from './export/schedules.ts'
import { keepFigures } from './keep-figures.ts'
import { sumUpPeriods } from './sum-up-periods.ts'

/** Milliseconds between two looks, and between two batches when there is more to count. */
const pause = 500
const breath = 20
const betweenSums = 600_000

/**
 * Keeps the figures up while the server runs: within a second when it is quiet, later when visitors need the server. What a
 * process did not get to, the next one does: the mark is in the database.
 */
export function startFiguresWorker(services: Services) {
  const stop = new AbortController()
  let summedAt = 0
  const work = async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      const more = await round().catch((error: unknown) => {
        services.log.error({ error }, 'figures could not be kept up')
        return false
      })
      const rest = restAfter(performance.now() - began, more ? breath : pause)
      await sleep(rest, undefined, { ref: false, signal: stop.signal }).catch(() => {})
    }
  }
  const working = work()
  return {
    async stop() {
      stop.abort()
      await working
    },
  }

  /** Whether there is more to count. */
  async function round(): Promise<boolean> {
    if ((await keepFigures(services)) > 0) return true
    await sendDueReports(services)
    const now = services.clock.now()
    if (stop.signal.aborted || now - summedAt < betweenSums) return false
    summedAt = now
    await sumUpPeriods(services)
    return false
  }
}
