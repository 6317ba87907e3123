import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { addUp } from './add-up.ts'
import { cellKinds } from './cells.ts'
import { toLocalHour } from './local-time.ts'
import { daysOfPeriod, periodsOf } from './periods.ts'

/**
 * Sums up the weeks and months that are over and have no sum yet. Half a year is then read from two dozen sums, and a
 * year from one dozen, instead of from hundreds of days.
 */
export async function sumUpPeriods(services: Services): Promise<void> {
  const rows = await services.db.read.all<{ force_id: string; period: string }>(
    'SELECT DISTINCT force_id, period FROM insight_cells',
  )
  const there = new Set(rows.map(({ force_id, period }) => `${force_id} ${period}`))
  const missing = new Map<string, { forceId: string; period: string }>()
  for (const { force_id: forceId, period: day } of rows)
    if (day.length === 10)
      for (const period of periodsOf(day)) {
        const name = `${forceId} ${period}`
        if (!there.has(name)) missing.set(name, { forceId, period })
      }
  for (const { forceId, period } of missing.values()) {
    const today = toLocalHour(services.clock.now(), services.zoneOf(forceId)).day
    if (daysOfPeriod(period).to < today) await services.db.write((tx) => sumUpPeriod(tx, forceId, period))
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
