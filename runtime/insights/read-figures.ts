import type { Figures, InsightsFilter } from '../../schema/api/insights.ts'
import type { Reader } from '../db/database.ts'
import { readStored } from './add-up.ts'
import type { CellKind } from './cells.ts'
import { listPeriods } from './list-periods.ts'
import { toBuckets, toPieces, type Unit } from './periods.ts'
import { createTotal } from './total.ts'

interface CellRow {
  kind: CellKind
  period: string
  key: string
  figures: string
}

/** Which departments somebody may see figures of; `undefined` is all. Contacts that never had one belong to everybody. */
export type Allowed = ReadonlySet<string> | undefined

/**
 * The figures of a period: a sum over its cells, of weeks or months where they lie whole in it and are summed up, of
 * days elsewhere. It is read in pieces, so that nobody who chats has to wait for it.
 */
export async function readFigures(
  reader: Reader,
  forceId: string,
  filter: InsightsFilter,
  allowed: Allowed,
): Promise<Figures> {
  const buckets = toBuckets(filter.from, filter.to)
  const total = createTotal(buckets)
  const summed = await summedUp(reader, forceId, buckets.unit)
  for (const piece of toPieces(filter.from, filter.to, summed)) {
    const rows = await reader.all<CellRow>(
      `SELECT kind, period, key, figures FROM insight_cells
       WHERE force_id = ? AND kind IN ('contacts', 'operators', 'ratings', 'alerts') AND period >= ? AND period <= ?
         AND length(period) = ?`,
      [forceId, piece.from, piece.to, piece.from.length],
    )
    for (const row of rows) add(row)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const people = await reader.all<{ id: string; name: string }>('SELECT id, name FROM users WHERE force_id = ?', [
    forceId,
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return total.toFigures((user) => names.get(user) ?? 'Somebody who left')

  function add({ kind, period, key, figures }: CellRow): void {
    if (kind === 'contacts') {
      const [flow, version, site, intent, department, ending, verdict, reason] = JSON.parse(key) as ContactParts
      const parts = { flow, version, site, intent, department, ending, verdict, reason }
      if (fits(parts)) total.addContacts(period, parts, readStored(kind, figures))
    } else if (kind === 'ratings') {
      const [flow, version, intent, department] = JSON.parse(key) as [string, number, string, string]
      const parts = { flow, version, intent, department }
      if (filter.site === undefined && fits(parts)) total.addRatings(parts, readStored(kind, figures))
    } else {
      const [name, department] = JSON.parse(key) as [string, string]
      if (narrowed(filter) || !fits({ department })) return
      if (kind === 'operators') total.addOperators(name, readStored(kind, figures))
      else total.addAlerts(name, readStored(kind, figures))
    }
  }

  function fits(parts: {
    flow?: string
    version?: number
    site?: string
    intent?: string
    department: string
  }): boolean {
    if (allowed && parts.department !== '' && !allowed.has(parts.department)) return false
    return (
      is(filter.department, parts.department) &&
      is(filter.flow, parts.flow) &&
      is(filter.version, parts.version) &&
      is(filter.site, parts.site) &&
      is(filter.intent, parts.intent)
    )
  }
}

type ContactParts = [string, number, string, string, string, string, string, string]

/** Whether the filter asks for what cells of people and alerts do not know. */
export function narrowed(filter: InsightsFilter): boolean {
  return [filter.flow, filter.version, filter.site, filter.intent].some((each) => each !== undefined)
}

function is<Value>(wanted: Value | undefined, there: Value | undefined): boolean {
  return wanted === undefined || wanted === there
}

/** The weeks or months, as `unit` asks for, of which there is a sum. */
async function summedUp(reader: Reader, forceId: string, unit: Unit): Promise<ReadonlySet<string>> {
  const length = unit === 'week' ? 11 : unit === 'month' ? 7 : 0
  if (length === 0) return new Set()
  const periods = await listPeriods(reader, forceId, 'contacts')
  return new Set(periods.filter((period) => period.length === length))
}
