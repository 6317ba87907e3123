import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'
import { goneAfter } from './desk.ts'
import type { WarningDraft } from './raise-warning.ts'

/** Who waits this long where nobody is, is told to the supervisors (F14). */
const nobodyAfter = 60_000
/** Between two turns a contact may be nobody's for as long as a turn takes. */
const settle = 10_000

type Found = Omit<WarningDraft, 'forceId' | 'at'>

/** Everything that is wrong with the contacts of a force now, so that supervisors have to know of it. */
export async function findWarnings(services: Services, forceId: string): Promise<Found[]> {
  const { db, clock, desk } = services
  const now = clock.now()
  const departments = services.nodeServices(forceId).departments()
  const unstaffed = departments.filter(({ operators }) => operators === 0).map(({ id }) => id)
  const there = new Set(
    desk
      .people(forceId)
      .filter(({ state }) => state !== 'offline')
      .map(({ id }) => id),
  )
  return [
    ...(await findUnowned(db.read, forceId, new Set(departments.map(({ id }) => id)), there, now)),
    ...(await findAlone(db.read, forceId, new Set(unstaffed), now)),
    ...(await findSilent(db.read, forceId)),
    ...(await findOverdue(db.read, forceId, now)),
    ...(await findToAgree(db.read, forceId)),
    ...(await findLapsed(db.read, forceId, now)),
  ]
}

interface OpenRow {
  id: string
  status: string
  department: string | null
  owner_id: string | null
  priority: number
}

/**
 * Contacts without an owner (G7). An owner is a person whose browser is there or was a moment ago; a queue of a department
 * that exists, with a clock that runs or an alert that escalates; the flow, while it waits for the visitor or for an
 * effect with a limit. Anything else is somebody whom everybody has forgotten.
 */
async function findUnowned(
  read: Reader,
  forceId: string,
  departments: ReadonlySet<string>,
  there: ReadonlySet<string>,
  now: number,
): Promise<Found[]> {
  const rows = await read.all<OpenRow & { clocks: number; alerts: number; seen_at: number | null }>(
    `SELECT c.id, c.status, c.department, c.owner_id, c.priority, CASE WHEN p.left_at > p.seen_at THEN p.left_at ELSE p.seen_at END AS seen_at,
       (SELECT count(*) FROM timers t WHERE t.contact_id = c.id)
         + (SELECT count(*) FROM effects e WHERE e.contact_id = c.id AND e.status IN ('waiting', 'running')) AS clocks,
       (SELECT count(*) FROM alerts a WHERE a.contact_id = c.id) AS alerts
     FROM contacts c LEFT JOIN presence p ON p.user_id = c.owner_id
     WHERE c.force_id = ? AND c.status <> 'closed' AND c.updated_at < ?`,
    [forceId, now - settle],
  )
  return rows
    .filter((row) => {
      if (row.status === 'with-operator')
        return !there.has(row.owner_id ?? '') && now - (row.seen_at ?? 0) > 2 * goneAfter
      if (row.status === 'waiting')
        return !departments.has(row.department ?? '') || (Number(row.clocks) === 0 && Number(row.alerts) === 0)
      return Number(row.clocks) === 0
    })
    .map(({ id, department }) => ({
      contactId: id,
      department,
      kind: 'unowned',
      text: 'Nobody has this contact, and no clock runs for it.',
    }))
}

async function findAlone(read: Reader, forceId: string, unstaffed: ReadonlySet<string>, now: number): Promise<Found[]> {
  const rows = await read.all<{ id: string; department: string }>(
    `SELECT id, department FROM contacts WHERE force_id = ? AND status = 'waiting' AND queued_at <= ?`,
    [forceId, now - nobodyAfter],
  )
  return rows
    .filter(({ department }) => unstaffed.has(department))
    .map(({ id, department }) => ({
      contactId: id,
      department,
      kind: 'nobody-there',
      text: 'Somebody has waited for a minute, and nobody of the department is available.',
    }))
}

async function findSilent(read: Reader, forceId: string): Promise<Found[]> {
  const rows = await read.all<{ id: string; department: string | null; name: string }>(
    `SELECT c.id, c.department, u.name FROM contacts c JOIN users u ON u.id = c.owner_id
     WHERE c.force_id = ? AND c.status = 'with-operator' AND c.silent = 1`,
    [forceId],
  )
  return rows.map(({ id, department, name }) => ({
    contactId: id,
    department,
    kind: 'silent',
    text: `${name} has not answered for two minutes.`,
  }))
}

async function findOverdue(read: Reader, forceId: string, now: number): Promise<Found[]> {
  const rows = await read.all<{ id: string; department: string | null }>(
    `SELECT c.id, c.department FROM thrive_records r JOIN contacts c ON c.id = r.contact_id
     WHERE r.force_id = ? AND r.review_at IS NOT NULL AND r.review_at <= ? AND c.status <> 'closed' AND r.status = 'holds'
       AND NOT EXISTS (SELECT 1 FROM thrive_records later WHERE later.contact_id = r.contact_id AND later.status = 'holds'
         AND later.n > r.n)`,
    [forceId, now],
  )
  return rows.map(({ id, department }) => ({
    contactId: id,
    department,
    kind: 'reassess',
    text: 'Its grade has not been looked at again in time.',
  }))
}

async function findToAgree(read: Reader, forceId: string): Promise<Found[]> {
  const rows = await read.all<{ id: string; department: string | null; name: string }>(
    `SELECT c.id, c.department, u.name FROM thrive_records r JOIN contacts c ON c.id = r.contact_id
       JOIN users u ON u.id = r.signed_by
     WHERE r.force_id = ? AND r.status = 'waiting' AND c.status <> 'closed'
       AND NOT EXISTS (SELECT 1 FROM thrive_records later WHERE later.contact_id = r.contact_id AND later.n > r.n)`,
    [forceId],
  )
  return rows.map(({ id, department, name }) => ({
    contactId: id,
    department,
    kind: 'agree',
    text: `${name} has lowered its grade. A second person has to agree before it counts.`,
  }))
}

async function findLapsed(read: Reader, forceId: string, now: number): Promise<Found[]> {
  const rows = await read.all<{ id: string; department: string | null; words: string }>(
    `SELECT c.id, c.department, t.words FROM told_facts t JOIN contacts c ON c.id = t.contact_id
     WHERE t.force_id = ? AND t.due_at IS NOT NULL AND t.due_at <= ?
       AND NOT EXISTS (SELECT 1 FROM told_facts kept WHERE kept.contact_id = t.contact_id AND kept."of" = t.id)`,
    [forceId, now],
  )
  return rows.map(({ id, department, words }) => ({
    contactId: id,
    department,
    kind: 'promise',
    text: `The visitor was told: ${words} The time is over.`,
  }))
}
