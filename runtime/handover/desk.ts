import { queuePriorities } from '../../nodes/kit/step.ts'
import { type PresenceState, presenceStates } from '../../schema/api/colleagues.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../db/database.ts'
import type { Candidate } from './choose-operator.ts'
import { usualLimit, weigh } from './weigh.ts'

/** Without a word from any browser for this long, somebody is not there. */
export const goneAfter = 30_000

/**
 * Who answers contacts, and who of them is there: kept in memory, because every turn may ask, and read anew from the
 * tables at each change, because other processes have people too.
 */
export interface Desk {
  /** A browser of theirs is there. Returns what ends it. A person may have several. */
  arrive(principal: Principal): () => void
  people(forceId: string): readonly Candidate[]
  /** Reads the people of a force anew. */
  refresh(forceId: string): Promise<void>
  /** Tells the tables that whoever is here is still here. */
  beat(): Promise<void>
}

interface PersonRow {
  id: string
  name: string
  department: string
  role: string
  most: number | null
  state: string | null
  seen_at: number | null
  left_at: number | null
  languages: string | null
  assigned_at: number | null
}
interface LoadRow {
  owner_id: string
  priority: number
  category: string | null
}
type Person = Omit<Candidate, 'state'> & { chosen: PresenceState; seenAt: number }

export function createDesk(db: Database, clock: Clock, onChange: (forceId: string) => void): Desk {
  const forces = new Map<string, Map<string, Person>>()
  const windows = new Map<string, { forceId: string; count: number }>()
  const isHere = (id: string, seenAt: number) => windows.has(id) || seenAt > clock.now() - goneAfter

  const desk: Desk = {
    arrive({ forceId, userId }) {
      const here = windows.get(userId) ?? { forceId, count: 0 }
      windows.set(userId, { forceId, count: here.count + 1 })
      if (here.count === 0) record((tx) => markSeen(tx, forceId, [userId], clock.now()), forceId)
      let open = true
      return () => {
        if (!open) return
        open = false
        const count = (windows.get(userId)?.count ?? 1) - 1
        if (count > 0) windows.set(userId, { forceId, count })
        else {
          windows.delete(userId)
          record((tx) => tx.run('UPDATE presence SET left_at = ? WHERE user_id = ?', [clock.now(), userId]), forceId)
        }
      }
    },
    people: (forceId) =>
      [...(forces.get(forceId)?.values() ?? [])].map(({ chosen, seenAt, ...person }) => ({
        ...person,
        state: isHere(person.id, seenAt) ? chosen : 'offline',
      })),
    async refresh(forceId) {
      forces.set(forceId, await readPeople(db, forceId))
    },
    async beat() {
      const byForce = new Map<string, string[]>()
      for (const [id, { forceId }] of windows) byForce.set(forceId, [...(byForce.get(forceId) ?? []), id])
      if (byForce.size === 0) return
      await db.write(async (tx) => {
        for (const [forceId, ids] of byForce) await markSeen(tx, forceId, ids, clock.now())
      })
    },
  }
  return desk

  /** Somebody came or went. That the table learns it late is no fault of whoever comes. */
  function record(job: (tx: Transaction) => Promise<unknown>, forceId: string): void {
    db.write(job)
      .then(() => desk.refresh(forceId))
      .then(() => onChange(forceId))
      .catch(() => {})
  }
}

/** Whoever comes for the first time is available. */
async function markSeen(tx: Transaction, forceId: string, ids: readonly string[], now: number): Promise<void> {
  for (const id of ids)
    await tx.run(
      `INSERT INTO presence (user_id, force_id, state, since, seen_at) VALUES (?, ?, 'available', ?, ?)
       ON CONFLICT (user_id) DO UPDATE SET seen_at = excluded.seen_at, left_at = NULL`,
      [id, forceId, now, now],
    )
}

async function readPeople(db: Database, forceId: string): Promise<Map<string, Person>> {
  const rows = await db.read.all<PersonRow>(
    `SELECT u.id, u.name, m.department, m.role, m.most, p.state, p.seen_at, p.left_at, p.languages, p.assigned_at
     FROM department_members m JOIN users u ON u.id = m.user_id LEFT JOIN presence p ON p.user_id = u.id
     WHERE m.force_id = ? AND u.force_id = ? AND u.disabled_at IS NULL ORDER BY u.name, u.id, m.department`,
    [forceId, forceId],
  )
  const people = new Map<string, Person>()
  for (const row of rows) {
    const role = row.role === 'supervisor' ? 'supervisor' : 'operator'
    const person = people.get(row.id) ?? {
      id: row.id,
      name: row.name,
      chosen: presenceStates.find((state) => state === row.state) ?? 'available',
      // Who went away and was heard since, by the API or another process, is there.
      seenAt: row.left_at === null || (row.seen_at ?? 0) > row.left_at ? (row.seen_at ?? 0) : 0,
      departments: [],
      contacts: 0,
      load: 0,
      limit: 0,
      languages: row.languages === null ? [] : (JSON.parse(row.languages) as string[]),
      assignedAt: row.assigned_at ?? 0,
    }
    person.departments.push({ department: row.department, role })
    person.limit = Math.max(person.limit, row.most ?? usualLimit[role])
    people.set(row.id, person)
  }
  const loads = await db.read.all<LoadRow>(
    `SELECT owner_id, priority, category FROM contacts WHERE force_id = ? AND status = 'with-operator'`,
    [forceId],
  )
  for (const { owner_id, priority, category } of loads) {
    const person = people.get(owner_id)
    if (!person) continue
    person.contacts++
    person.load += weigh({ priority: queuePriorities[priority] ?? 'normal', category }, person.limit)
  }
  return people
}
