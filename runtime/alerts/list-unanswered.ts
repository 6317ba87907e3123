import { alertLevels } from '../../schema/alert-levels.ts'
import type { UnansweredAlert } from '../../schema/api/safety.ts'
import type { Principal } from '../accounts/principal.ts'
import { isoTime } from '../flows/flow-row.ts'
import type { Services } from '../services.ts'

/** Alerts that everybody of the force is told of, because nobody acknowledged them. Without words: not everybody may read those. */
export async function listUnanswered(services: Services, principal: Principal): Promise<UnansweredAlert[]> {
  const rows = await services.db.read.all<{ id: string; number: number; verdict: string; raised_at: number }>(
    `SELECT id, number, verdict, raised_at FROM alerts
     WHERE force_id = ? AND acknowledged_at IS NULL AND level >= ? ORDER BY raised_at LIMIT 50`,
    [principal.forceId, alertLevels.indexOf('everyone')],
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    verdict: row.verdict === 'safeguarding' ? 'safeguarding' : 'emergency',
    raisedAt: isoTime(row.raised_at),
  }))
}
