import type { Reader, Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { addTimes, bucketOf, type Times } from './time-buckets.ts'
import { type Visit, walkTurn } from './walk-turn.ts'

interface JournalRow {
  contact_id: string
  n: number
  at: number
  path: string
  force_id: string
  flow_id: string
  flow_version: number
}

/** What happened at one place within one hour: `outcome` is '' for coming there. */
export interface Place {
  forceId: string
  flowId: string
  version: number
  hour: number
  node: string
  outcome: string
}
export interface Tally extends Place {
  n: number
  times: Times
}

const hour = 3_600_000
/** Entries of the audit log that are read at once. */
const batch = 400
/** Rows that one statement writes: SQLite takes at most 32,766 parameters, PostgreSQL 65,535. */
const rowsAtOnce = 100

/**
 * Counts the turns that were written since it last looked, and says whether there may be more. Every turn has a place in
 * the audit log, which has no gaps and grows in the order of commits: so one number says exactly what is counted. Figures,
 * open visits and that number are written together, by whoever holds the number; what is counted never depends on how
 * many processes count, or on when one of them stopped.
 */
export async function rollUp(services: Pick<Services, 'db'>): Promise<boolean> {
  const { read } = services.db
  const [at] = await read.all<{ size: number; next: number | null }>(
    'SELECT (SELECT size FROM audit_head WHERE id = 1) AS size, (SELECT next FROM traffic_mark WHERE id = 1) AS next',
  )
  const from = at?.next ?? 0
  const to = Math.min(from + batch, at?.size ?? 0)
  if (to <= from) return false
  const rows = await read.all<JournalRow>(
    `SELECT t.contact_id, t.n, t.at, t.path, c.force_id, c.flow_id, c.flow_version
     FROM audit_entries a
     JOIN turns t ON t.contact_id = a.object_id AND t.audit = a.i
     JOIN contacts c ON c.id = t.contact_id
     WHERE a.i >= ? AND a.i < ? ORDER BY a.i`,
    [from, to],
  )
  const before = await openVisits(read, [...new Set(rows.map(({ contact_id }) => contact_id))])
  const { tallies, visits } = count(rows, before)
  await services.db.write(async (tx) => {
    await moveMark(tx, at?.next ?? undefined, to)
    await writeVisits(tx, before, visits)
    await addTallies(tx, tallies)
  })
  return to < (at?.size ?? 0)
}

/** What `rows` add to the figures, and where each of their contacts is afterwards. */
export function count(rows: readonly JournalRow[], before: ReadonlyMap<string, Visit>) {
  const visits = new Map<string, Visit | undefined>()
  const tallies = new Map<string, Tally>()
  for (const row of rows) {
    const id = row.contact_id
    const known = visits.has(id) ? visits.get(id) : before.get(id)
    const { visit, passages } = walkTurn(known, JSON.parse(row.path) as string[], row.at, row.n === 1)
    visits.set(id, visit)
    for (const passage of passages) {
      const place: Place = {
        forceId: row.force_id,
        flowId: row.flow_id,
        version: row.flow_version,
        hour: Math.floor(passage.at / hour) * hour,
        node: passage.node,
        outcome: passage.kind === 'left' ? passage.outcome : '',
      }
      const key = keyOf(place)
      const tally = tallies.get(key) ?? { ...place, n: 0, times: {} }
      const bucket = passage.kind === 'left' ? bucketOf(passage.ms) : undefined
      tally.n++
      if (bucket !== undefined) tally.times = addTimes(tally.times, { [bucket]: 1 })
      tallies.set(key, tally)
    }
  }
  return { tallies: [...tallies.values()], visits }
}

function keyOf({ flowId, version, hour: at, node, outcome }: Place): string {
  return JSON.stringify([flowId, version, at, node, outcome])
}

async function openVisits(read: Reader, ids: readonly string[]): Promise<Map<string, Visit>> {
  if (ids.length === 0) return new Map()
  const rows = await read.all<{ contact_id: string; node: string; since: number; silent: number }>(
    `SELECT contact_id, node, since, silent FROM traffic_visits WHERE contact_id IN (${ids.map(() => '?').join(', ')})`,
    ids,
  )
  return new Map(
    rows.map(({ contact_id, node, since, silent }) => [contact_id, { node, since, ...(silent && { silent: true }) }]),
  )
}

/** Takes over the number that says what is counted. Somebody who counted the same in the meantime was first. */
async function moveMark(tx: Transaction, from: number | undefined, to: number): Promise<void> {
  const moved =
    from === undefined
      ? await tx.run('INSERT INTO traffic_mark (id, next) VALUES (1, ?) ON CONFLICT DO NOTHING', [to])
      : await tx.run('UPDATE traffic_mark SET next = ? WHERE id = 1 AND next = ?', [to, from])
  if (moved !== 1) throw new CountedAlready('Another process counted these turns.')
}

/** The same turns were counted by another process: there is nothing left to do with them. */
export class CountedAlready extends Error {}

async function writeVisits(
  tx: Transaction,
  before: ReadonlyMap<string, Visit>,
  visits: ReadonlyMap<string, Visit | undefined>,
): Promise<void> {
  const over = [...visits].filter(([id, visit]) => !visit && before.has(id)).map(([id]) => id)
  for (const ids of inParts(over))
    await tx.run(`DELETE FROM traffic_visits WHERE contact_id IN (${ids.map(() => '?').join(', ')})`, ids)
  const now = [...visits].flatMap(([id, visit]) => (visit && visit !== before.get(id) ? [{ id, ...visit }] : []))
  for (const part of inParts(now))
    await tx.run(
      `INSERT INTO traffic_visits (contact_id, node, since, silent) VALUES ${part.map(() => '(?, ?, ?, ?)').join(', ')}
       ON CONFLICT (contact_id) DO UPDATE SET node = excluded.node, since = excluded.since, silent = excluded.silent`,
      part.flatMap(({ id, node, since, silent }) => [id, node, since, silent ? 1 : 0]),
    )
}

async function addTallies(tx: Transaction, tallies: readonly Tally[]): Promise<void> {
  const waited = tallies.filter(({ times }) => Object.keys(times).length > 0)
  const known = new Map<string, Times>()
  for (const part of inParts(waited))
    for (const row of await tx.all<Omit<Place, 'forceId'> & { times: string }>(
      `SELECT flow_id AS "flowId", flow_version AS version, hour, node, outcome, times FROM traffic_hours
       WHERE times <> '' AND (${part.map(() => '(flow_id = ? AND flow_version = ? AND hour = ? AND node = ? AND outcome = ?)').join(' OR ')})`,
      part.flatMap(({ flowId, version, hour: at, node, outcome }) => [flowId, version, at, node, outcome]),
    ))
      known.set(keyOf({ forceId: '', ...row }), JSON.parse(row.times) as Times)
  for (const part of inParts(tallies))
    await tx.run(
      `INSERT INTO traffic_hours (force_id, flow_id, flow_version, hour, node, outcome, n, times)
       VALUES ${part.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
       ON CONFLICT (flow_id, flow_version, hour, node, outcome)
       DO UPDATE SET n = traffic_hours.n + excluded.n, times = CASE excluded.times WHEN '' THEN traffic_hours.times ELSE excluded.times END`,
      part.flatMap((tally) => {
        const times = addTimes(known.get(keyOf(tally)) ?? {}, tally.times)
        return [
          tally.forceId,
          tally.flowId,
          tally.version,
          tally.hour,
          tally.node,
          tally.outcome,
          tally.n,
          Object.keys(tally.times).length === 0 ? '' : JSON.stringify(times),
        ]
      }),
    )
}

function inParts<Entry>(entries: readonly Entry[]): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / rowsAtOnce) }, (_, part) =>
    entries.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  )
}
