import type { Services } from '../services.ts'
import { sendDueReports } from './export/schedules.ts'
import { keepFigures } from './keep-figures.ts'
import { sumUpPeriods } from './sum-up-periods.ts'

/** What happens is in the figures within about this long, in milliseconds. */
const pause = 500
const betweenSums = 600_000

/** Keeps the figures up while the server runs. What a process did not get to, the next one does: the mark is in the database. */
export function startFiguresWorker(services: Services) {
  let stopped = false
  let busy: Promise<void> | undefined
  let summedAt = 0
  const look = () => {
    if (stopped || busy) return
    busy = round()
      .catch((error: unknown) => services.log.error({ error }, 'figures could not be kept up'))
      .finally(() => {
        busy = undefined
      })
  }
  const timer = setInterval(look, pause)
  timer.unref()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await busy
    },
  }

  async function round(): Promise<void> {
    while (!stopped && (await keepFigures(services)) > 0);
    await sendDueReports(services)
    const now = services.clock.now()
    if (stopped || now - summedAt < betweenSums) return
    summedAt = now
    await sumUpPeriods(services)
  }
}
