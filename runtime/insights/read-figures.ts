import type { Figures, InsightsFilter } from '../../schema/api/insights.ts'
import type { Reader } from '../db/database.ts'
import type { CellKind } from './cells.ts'
import { toBuckets, wholeMonths } from './periods.ts'
import { readFigures as parseFigures } from './to-month.ts'
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
 * The figures of a period: a sum over its cells, of months where they lie whole in it and are summed up, of days
 * elsewhere. It is read in pieces, so that nobody who chats has to wait for it.
 */
export async function readFigures(
  reader: Reader,
  forceId: string,
  filter: InsightsFilter,
  allowed: Allowed,
): Promise<Figures> {
  const buckets = toBuckets(filter.from, filter.to)
  const total = createTotal(buckets)
  const months = buckets.unit === 'month' ? await summedUp(reader, forceId, wholeMonths(filter.from, filter.to)) : []
  for (const piece of toPieces(filter.from, filter.to, months)) {
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
      if (fits(parts)) total.addContacts(period, parts, parseFigures(kind, figures))
    } else if (kind === 'ratings') {
      const [flow, version, intent, department] = JSON.parse(key) as [string, number, string, string]
      const parts = { flow, version, intent, department }
      if (filter.site === undefined && fits(parts)) total.addRatings(parts, parseFigures(kind, figures))
    } else {
      const [name, department] = JSON.parse(key) as [string, string]
      if (narrowed(filter) || !fits({ department })) return
      if (kind === 'operators') total.addOperators(name, parseFigures(kind, figures))
      else total.addAlerts(name, parseFigures(kind, figures))
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

async function summedUp(reader: Reader, forceId: string, months: readonly string[]): Promise<string[]> {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const rows = await reader.all<{ period: string }>(
    `SELECT DISTINCT period FROM insight_cells
     WHERE force_id = ? AND kind = 'contacts' AND length(period) = 7 AND period >= ? AND period <= ?`,
    [forceId, first, last],
  )
  return rows.map(({ period }) => period).filter((month) => months.includes(month))
}

/** The period in pieces of at most a month: whole months by their sum, the rest by days. */
function toPieces(from: string, to: string, months: readonly string[]): { from: string; to: string }[] {
  const pieces: { from: string; to: string }[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month))
    if (months.includes(month)) pieces.push({ from: month, to: month })
    else
      for (const [start, end] of [
        ['01', '08'],
        ['09', '16'],
        ['17', '24'],
        ['25', '31'],
      ]) {
        const piece = { from: later(`${month}-${start}`, from), to: earlier(`${month}-${end}`, to) }
        if (piece.from <= piece.to) pieces.push(piece)
      }
  return pieces
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
