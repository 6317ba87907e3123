import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { addUp } from './add-up.ts'
import { cellKinds } from './cells.ts'
import { listPeriods } from './list-periods.ts'
import { toLocalHour } from './local-time.ts'
import { daysOfPeriod, periodsOf } from './periods.ts'

/**
 * Sums up the weeks and months that are over and have no sum yet. Half a year is then read from two dozen sums, and a
 * year from one dozen, instead of from hundreds of days.
 */
export async function sumUpPeriods(services: Services): Promise<void> {
  for (const forceId of services.forceIds()) {
    const today = toLocalHour(services.clock.now(), services.zoneOf(forceId)).day
    const there = new Set<string>()
    for (const kind of cellKinds)
      for (const period of await listPeriods(services.db.read, forceId, kind)) there.add(period)
    const wanted = new Set([...there].flatMap((day) => (day.length === 10 ? periodsOf(day) : [])))
    for (const period of wanted)
      if (!there.has(period) && daysOfPeriod(period).to < today)
        await services.db.write((tx) => sumUpPeriod(tx, forceId, period))
  }
}

export async function sumUpPeriod(tx: Transaction, forceId: string, period: string): Promise<void> {
  const { from, to } = daysOfPeriod(period)
  for (const kind of cellKinds) {
    const days = await tx.all<{ key: string; figures: string }>(
      `SELECT key, figures FROM insight_cells
       WHERE force_id = ? AND kind = ? AND period >= ? AND period <= ? AND length(period) = 10`,
      [forceId, kind, from, to],
    )
    for (const { key, figures } of addUp(kind, days))
      await tx.run(
        `INSERT INTO insight_cells (force_id, kind, period, key, figures) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (force_id, kind, period, key) DO UPDATE SET figures = excluded.figures`,
        [forceId, kind, period, key, figures],
      )
  }
}
