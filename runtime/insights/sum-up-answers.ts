import { and, eq, gte, lt } from 'drizzle-orm'
import type { Transaction } from '../db/database.ts'
import { contacts } from '../db/tables/contacts.ts'
import { ratings } from '../db/tables/figures.ts'
import { alerts } from '../db/tables/safety.ts'
import { type Cell, type CellKind, toAlertCells, toRatingCells } from './cells.ts'
import { dropSums, writeCell } from './change-cells.ts'
import { spanOfDay } from './local-time.ts'

/** Sums up the survey answers and alerts of a day anew: there are few, and no contact stands in an answer. */
export async function sumUpAnswers(tx: Transaction, forceId: string, day: string, zone: string): Promise<void> {
  const span = spanOfDay(day, zone)
  const raised = await tx.orm
    .select({
      verdict: alerts.verdict,
      department: contacts.department,
      raisedAt: alerts.raisedAt,
      acknowledgedAt: alerts.acknowledgedAt,
    })
    .from(alerts)
    .innerJoin(contacts, eq(contacts.id, alerts.contactId))
    .where(and(eq(alerts.forceId, forceId), gte(alerts.raisedAt, span.from), lt(alerts.raisedAt, span.to)))
  let changed = await replace(
    tx,
    forceId,
    day,
    'alerts',
    toAlertCells(raised.map((alert) => ({ ...alert, department: alert.department ?? '' }))),
  )
  if (await answersChanged(tx, forceId, day)) {
    const rated = await tx.orm
      .select()
      .from(ratings)
      .where(and(eq(ratings.forceId, forceId), eq(ratings.day, day)))
    const cells = toRatingCells(
      rated.map((rating) => ({ ...rating, intent: rating.intent ?? '', department: rating.department ?? '' })),
    )
    changed = (await replace(tx, forceId, day, 'ratings', cells)) || changed
  }
  if (changed) await dropSums(tx, forceId, day)
}

/** Answers come, and never go or change: there are more of them, or they are the same. */
async function answersChanged(tx: Transaction, forceId: string, day: string): Promise<boolean> {
  const [there] = await tx.all<{ n: number }>('SELECT count(*) AS n FROM ratings WHERE force_id = ? AND day = ?', [
    forceId,
    day,
  ])
  const cells = await tx.all<{ figures: string }>(
    `SELECT figures FROM insight_cells WHERE force_id = ? AND kind = 'ratings' AND period = ?`,
    [forceId, day],
  )
  const counted = cells.reduce((sum, { figures }) => sum + (JSON.parse(figures) as { n: number }).n, 0)
  return Number(there?.n ?? 0) !== counted
}

/** Puts cells in the place of those that are there. True when any of them differs. */
async function replace<Kind extends CellKind>(
  tx: Transaction,
  forceId: string,
  day: string,
  kind: Kind,
  cells: readonly Cell<Kind>[],
): Promise<boolean> {
  const rows = await tx.all<{ key: string; figures: string }>(
    'SELECT key, figures FROM insight_cells WHERE force_id = ? AND kind = ? AND period = ?',
    [forceId, kind, day],
  )
  const before = new Map(rows.map(({ key, figures }) => [key, figures]))
  let changed = false
  for (const { key: parts, figures } of cells) {
    const key = JSON.stringify(parts)
    const known = before.get(key)
    before.delete(key)
    if (known === JSON.stringify(figures)) continue
    changed = true
    await writeCell(tx, forceId, day, kind, key, figures)
  }
  // What is left stands elsewhere now: a contact went to another department, and its alert with it.
  for (const key of before.keys()) {
    changed = true
    await tx.run('DELETE FROM insight_cells WHERE force_id = ? AND kind = ? AND period = ? AND key = ?', [
      forceId,
      kind,
      day,
      key,
    ])
  }
  return changed
}
