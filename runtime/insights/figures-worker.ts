import { lookAgain } from '../look-again.ts'
import type { Services } from '../services.ts'
import { sendDueReports } from './export/schedules.ts'
import { keepFigures } from './keep-figures.ts'
import { sumUpPeriods } from './sum-up-periods.ts'

const pause = 500
const betweenSums = 600_000

/**
 * Keeps the figures up while the server runs: within a second when it is quiet, later when visitors need the server. What a
 * process did not get to, the next one does: the mark is in the database.
 */
export function startFiguresWorker(services: Services) {
  let summedAt = 0
  return lookAgain(services, { pause, failed: 'figures could not be kept up', behindTheScenes: true, look })

  async function look(): Promise<boolean> {
    if ((await keepFigures(services)) > 0) return true
    await sendDueReports(services)
    const now = services.clock.now()
    if (now - summedAt < betweenSums) return false
    summedAt = now
    await sumUpPeriods(services)
    return false
  }
}
