import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { cellKinds } from './cells.ts'
import { toLocalHour } from './local-time.ts'
import { toMonth } from './to-month.ts'

/**
 * Sums up the months that are over and have no sum yet. A year is then read from a dozen sums instead of from
 * hundreds of days.
 */
export async function sumUpMonths(services: Services): Promise<void> {
  const missing = await services.db.read.all<{ force_id: string; month: string }>(
    `SELECT force_id, substr(period, 1, 7) AS month FROM insight_cells WHERE length(period) = 10
     EXCEPT SELECT force_id, period FROM insight_cells WHERE length(period) = 7`,
  )
  for (const { force_id, month } of missing) {
    const now = toLocalHour(services.clock.now(), services.zoneOf(force_id)).day
    if (month < now.slice(0, 7)) await services.db.write((tx) => sumUpMonth(tx, force_id, month))
  }
}

async function sumUpMonth(tx: Transaction, forceId: string, month: string): Promise<void> {
  for (const kind of cellKinds) {
    const days = await tx.all<{ key: string; figures: string }>(
      'SELECT key, figures FROM insight_cells WHERE force_id = ? AND kind = ? AND period >= ? AND period <= ?',
      [forceId, kind, `${month}-01`, `${month}-31`],
    )
    for (const { key, figures } of toMonth(kind, days))
      await tx.run(
        `INSERT INTO insight_cells (force_id, kind, period, key, figures) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (force_id, kind, period, key) DO UPDATE SET figures = excluded.figures`,
        [forceId, kind, month, key, figures],
      )
  }
}
