import { and, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm'
import type { Reader, Transaction } from '../db/database.ts'
import { alerts, contactFacts, contacts, insightCells, ratings } from '../db/tables.ts'
import type { Services } from '../services.ts'
import { type Cell, toAlertCells, toContactCells, toOperatorCells, toRatingCells } from './cells.ts'
import type { ContactFacts } from './contact-facts.ts'
import { spanOfDay, toLocalHour } from './local-time.ts'
import { readContactFacts } from './read-contact.ts'

/** How long after its end a contact counts as followed by another of the same person. */
export const comesBackWithin = 72 * 3_600_000
/** Entries that are read before each writing. */
const atOnce = 1_000
const mark = 'insights'

type Kept = typeof contactFacts.$inferSelect
interface EntryRow {
  i: number
  force_id: string
  object_id: string
  /** Canonical JSON. */
  entry: string
}

/**
 * Keeps the figures up with what happens. The audit log is the list of what happened: every turn, reading and setting
 * has its entry, in order and without gaps, so a mark in it says how far the figures are. The contacts of the new entries
 * are read again, and the days that they belong to are summed up anew: so figures cannot drift.
 *
 * Returns how many entries were read; none when there is nothing new.
 */
export async function keepFigures(services: Services): Promise<number> {
  const { db } = services
  const from = await readMark(db.read)
  const entries = await db.read.all<EntryRow>(
    `SELECT i, force_id, object_id, entry FROM audit_entries WHERE i >= ? ORDER BY i LIMIT ${atOnce}`,
    [from],
  )
  const last = entries.at(-1)
  if (!last) return 0
  const ids = new Set(entries.map(({ object_id }) => object_id).filter((id) => id.startsWith('ctc_')))
  const facts: (ContactFacts & { forceId: string })[] = []
  for (const id of ids) {
    const fact = await readContactFacts(services, db.read, id)
    if (fact) facts.push(fact)
  }
  await db.write(async (tx) => {
    if ((await readMark(tx)) !== from) return
    const touched = new Map<string, Set<string>>()
    const touch = (forceId: string, day: string) => touched.set(forceId, (touched.get(forceId) ?? new Set()).add(day))
    for (const fact of facts) for (const day of await keepFact(tx, fact)) touch(fact.forceId, day)
    for (const { force_id, object_id, entry } of entries)
      for (const at of await momentsOf(tx, object_id, entry)) {
        touch(force_id, toLocalHour(at, services.zoneOf(force_id)).day)
        touch(force_id, new Date(at).toISOString().slice(0, 10))
      }
    for (const [forceId, days] of touched)
      for (const day of days) await sumUpDay(tx, forceId, day, services.zoneOf(forceId))
    await writeMark(tx, last.i + 1)
  })
  return entries.length
}

/** When the entry was made; of an acknowledgement also when its alert was raised, which may be another day. */
async function momentsOf(tx: Transaction, objectId: string, entry: string): Promise<number[]> {
  const { ts } = JSON.parse(entry) as { ts: number }
  if (!objectId.startsWith('alr_')) return [ts]
  const raised = await tx.all<{ raised_at: number }>('SELECT raised_at FROM alerts WHERE id = ?', [objectId])
  return [ts, ...raised.map(({ raised_at }) => raised_at)]
}

/** Forgets every figure, so that they are all made again from the journals. */
export async function forgetFigures(tx: Transaction): Promise<void> {
  await tx.run('DELETE FROM insight_cells')
  await tx.run('DELETE FROM contact_facts')
  await writeMark(tx, 0)
}

/** How far the figures are: every audit entry before this position is in them. */
export async function readMark(reader: Reader): Promise<number> {
  const [row] = await reader.all<{ value: number }>(`SELECT value FROM counters WHERE force_id = '' AND name = ?`, [
    mark,
  ])
  return row?.value ?? 0
}

async function writeMark(tx: Transaction, value: number): Promise<void> {
  await tx.run(
    `INSERT INTO counters (force_id, name, value) VALUES ('', ?, ?)
     ON CONFLICT (force_id, name) DO UPDATE SET value = excluded.value`,
    [mark, value],
  )
}

/** Stores the facts of a contact, and that earlier ones of the same person were not their last. Returns the days touched. */
async function keepFact(
  tx: Transaction,
  { forceId, ...fact }: Omit<Kept, 'back'> & { forceId: string },
): Promise<string[]> {
  const back = fact.person ? await comesBack(tx, forceId, fact.contactId, fact.person, fact.endedAt) : 0
  const row = { forceId, ...fact, back }
  await tx.orm.delete(contactFacts).where(eq(contactFacts.contactId, fact.contactId))
  await tx.orm.insert(contactFacts).values(row)
  if (!fact.person) return [fact.day]
  const followed = await tx.orm
    .update(contactFacts)
    .set({ back: 1 })
    .where(
      and(
        eq(contactFacts.forceId, forceId),
        eq(contactFacts.person, fact.person),
        isNotNull(contactFacts.endedAt),
        gte(contactFacts.endedAt, fact.beganAt - comesBackWithin),
        lt(contactFacts.endedAt, fact.beganAt),
        eq(contactFacts.back, 0),
      ),
    )
    .returning({ day: contactFacts.day })
  return [fact.day, ...followed.map(({ day }) => day)]
}

async function comesBack(
  tx: Transaction,
  forceId: string,
  contactId: string,
  person: string,
  endedAt: number | null,
): Promise<0 | 1> {
  if (endedAt === null) return 0
  const later = await tx.all(
    `SELECT 1 FROM contact_facts WHERE force_id = ? AND person = ? AND contact_id <> ? AND began_at > ? AND began_at <= ?
     LIMIT 1`,
    [forceId, person, contactId, endedAt, endedAt + comesBackWithin],
  )
  return later.length > 0 ? 1 : 0
}

/** Sums up a day anew, and drops the sum of its month: the month is summed up again when it is asked for. */
export async function sumUpDay(tx: Transaction, forceId: string, day: string, zone: string): Promise<void> {
  const span = spanOfDay(day, zone)
  const facts = (
    await tx.orm
      .select()
      .from(contactFacts)
      .where(and(eq(contactFacts.forceId, forceId), eq(contactFacts.day, day)))
  ).map((row) => ({ ...row, back: row.back === 1 }))
  const rated = await tx.orm
    .select()
    .from(ratings)
    .where(and(eq(ratings.forceId, forceId), eq(ratings.day, day)))
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
  const cells: Cell[] = [
    ...toContactCells(facts),
    ...toOperatorCells(facts),
    ...toRatingCells(
      rated.map((rating) => ({ ...rating, intent: rating.intent ?? '', department: rating.department ?? '' })),
    ),
    ...toAlertCells(raised.map((alert) => ({ ...alert, department: alert.department ?? '' }))),
  ]
  await replaceCells(tx, forceId, day, cells)
  await tx.run('DELETE FROM insight_cells WHERE force_id = ? AND period = ?', [forceId, day.slice(0, 7)])
}

/** Writes the cells of a period, those only that differ from what is there. */
async function replaceCells(tx: Transaction, forceId: string, period: string, cells: readonly Cell[]): Promise<void> {
  const before = new Map(
    (
      await tx.all<{ kind: string; key: string; figures: string }>(
        'SELECT kind, key, figures FROM insight_cells WHERE force_id = ? AND period = ?',
        [forceId, period],
      )
    ).map(({ kind, key, figures }) => [`${kind} ${key}`, figures]),
  )
  for (const { kind, key: parts, figures: counted } of cells) {
    const key = JSON.stringify(parts)
    const figures = JSON.stringify(counted)
    const known = before.get(`${kind} ${key}`)
    before.delete(`${kind} ${key}`)
    if (known === figures) continue
    await tx.run(
      `INSERT INTO insight_cells (force_id, kind, period, key, figures) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (force_id, kind, period, key) DO UPDATE SET figures = excluded.figures`,
      [forceId, kind, period, key, figures],
    )
  }
  for (const gone of before.keys()) {
    const space = gone.indexOf(' ')
    await tx.orm
      .delete(insightCells)
      .where(
        and(
          eq(insightCells.forceId, forceId),
          eq(insightCells.period, period),
          eq(insightCells.kind, gone.slice(0, space)),
          inArray(insightCells.key, [gone.slice(space + 1)]),
        ),
      )
  }
}
