import type { Transaction } from '../db/database.ts'
import { readDay } from './add-up.ts'
import { type Cell, type CellKind, type CountedFacts, cellKinds, toContactCells, toOperatorCells } from './cells.ts'
import { merge } from './merge.ts'
import { periodsOf } from './periods.ts'

/** What became of a contact's facts: as they stood in the sums before, and as they stand now. */
export interface FactChange {
  before: CountedFacts | undefined
  now: CountedFacts
}

/**
 * Brings the sums of days up to what changed: takes the old facts away and adds the new ones, in those cells only. The
 * sums of their weeks and months are dropped, and made again when those are over.
 */
export async function changeCells(tx: Transaction, forceId: string, changes: readonly FactChange[]): Promise<void> {
  const days = new Map<string, { minus: CountedFacts[]; plus: CountedFacts[] }>()
  const at = (day: string) => {
    const known = days.get(day) ?? { minus: [], plus: [] }
    days.set(day, known)
    return known
  }
  for (const { before, now } of changes) {
    if (before) at(before.day).minus.push(before)
    at(now.day).plus.push(now)
  }
  for (const [day, { minus, plus }] of days) {
    await changeDay(tx, forceId, day, 'contacts', toContactCells(minus), toContactCells(plus))
    await changeDay(tx, forceId, day, 'operators', toOperatorCells(minus), toOperatorCells(plus))
    await dropSums(tx, forceId, day)
  }
}

export async function dropSums(tx: Transaction, forceId: string, day: string): Promise<void> {
  // Kind by kind, because the index begins with it: without one the database looks at every sum of the force.
  for (const period of periodsOf(day))
    for (const kind of cellKinds)
      await tx.run('DELETE FROM insight_cells WHERE force_id = ? AND kind = ? AND period = ?', [forceId, kind, period])
}

async function changeDay<Kind extends CellKind>(
  tx: Transaction,
  forceId: string,
  day: string,
  kind: Kind,
  minus: readonly Cell<Kind>[],
  plus: readonly Cell<Kind>[],
): Promise<void> {
  const changed = new Map<string, { minus?: Cell<Kind>; plus?: Cell<Kind> }>()
  for (const cell of minus) changed.set(JSON.stringify(cell.key), { minus: cell })
  for (const cell of plus) {
    const key = JSON.stringify(cell.key)
    changed.set(key, { ...changed.get(key), plus: cell })
  }
  for (const [key, cells] of changed) {
    const [row] = await tx.all<{ figures: string }>(
      'SELECT figures FROM insight_cells WHERE force_id = ? AND kind = ? AND period = ? AND key = ?',
      [forceId, kind, day, key],
    )
    const figures = row ? readDay(kind, row.figures) : undefined
    const sum = figures ?? cells.plus?.figures
    if (!sum) continue
    if (figures && cells.plus) merge[kind](figures, cells.plus.figures)
    if (cells.minus) merge[kind](sum, cells.minus.figures, -1)
    await writeCell(tx, forceId, day, kind, key, sum)
  }
}

/** Writes the figures of a cell; one in which nothing is left goes. */
export async function writeCell<Kind extends CellKind>(
  tx: Transaction,
  forceId: string,
  period: string,
  kind: Kind,
  key: string,
  figures: Cell<Kind>['figures'],
): Promise<void> {
  if (figures.n === 0)
    await tx.run('DELETE FROM insight_cells WHERE force_id = ? AND kind = ? AND period = ? AND key = ?', [
      forceId,
      kind,
      period,
      key,
    ])
  else
    await tx.run(
      `INSERT INTO insight_cells (force_id, kind, period, key, figures) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (force_id, kind, period, key) DO UPDATE SET figures = excluded.figures`,
      [forceId, kind, period, key, JSON.stringify(figures)],
    )
}
