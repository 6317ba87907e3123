import { setImmediate } from 'node:timers/promises'
import type { Reader, Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { changeCells, type FactChange } from './change-cells.ts'
import type { ContactFacts } from './contact-facts.ts'
import { keepFact } from './keep-fact.ts'
import { toLocalHour } from './local-time.ts'
import { readContactFacts } from './read-contact.ts'
import { sumUpAnswers } from './sum-up-answers.ts'

/** Entries that are read before each writing: few enough that no visitor waits for it. */
const atOnce = 250
const mark = 'insights'

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
    // Whoever waits for an answer meanwhile gets it.
    await setImmediate()
  }
  await db.write(async (tx) => {
    if ((await readMark(tx)) !== from) return
    const changes = new Map<string, FactChange[]>()
    const touched = new Map<string, Set<string>>()
    const touch = (forceId: string, day: string) => touched.set(forceId, (touched.get(forceId) ?? new Set()).add(day))
    for (const { forceId, ...fact } of facts) {
      const known = changes.get(forceId) ?? []
      changes.set(forceId, known)
      known.push(...(await keepFact(tx, forceId, fact)))
    }
    for (const [forceId, each] of changes) await changeCells(tx, forceId, each)
    for (const { force_id, object_id, entry } of entries)
      for (const at of await momentsOf(tx, object_id, entry)) {
        touch(force_id, toLocalHour(at, services.zoneOf(force_id)).day)
        touch(force_id, new Date(at).toISOString().slice(0, 10))
      }
    for (const [forceId, days] of touched)
      for (const day of days) await sumUpAnswers(tx, forceId, day, services.zoneOf(forceId))
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

/** How far the figures are: every audit entry before this position is in them. */
export async function readMark(reader: Reader): Promise<number> {
  const [row] = await reader.all<{ value: number }>(`SELECT value FROM counters WHERE force_id = '' AND name = ?`, [
    mark,
  ])
  return row?.value ?? 0
}

export async function writeMark(tx: Transaction, value: number): Promise<void> {
  await tx.run(
    `INSERT INTO counters (force_id, name, value) VALUES ('', ?, ?)
     ON CONFLICT (force_id, name) DO UPDATE SET value = excluded.value`,
    [mark, value],
  )
}
