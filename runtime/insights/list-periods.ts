import type { Reader } from '../db/database.ts'
import type { CellKind } from './cells.ts'

/**
 * The days, weeks and months of which there are sums, in order. Goes from one to the next by the index: a year of a large
 * force has some hundred of them, in a million cells.
 */
export async function listPeriods(reader: Pick<Reader, 'all'>, forceId: string, kind: CellKind): Promise<string[]> {
  const rows = await reader.all<{ period: string }>(
    `WITH RECURSIVE found(period) AS (
       SELECT min(period) FROM insight_cells WHERE force_id = ? AND kind = ?
       UNION ALL
       SELECT (SELECT min(c.period) FROM insight_cells c WHERE c.force_id = ? AND c.kind = ? AND c.period > found.period)
       FROM found WHERE found.period IS NOT NULL
     )
     SELECT period FROM found WHERE period IS NOT NULL`,
    [forceId, kind, forceId, kind],
  )
  return rows.map(({ period }) => period)
}
