import type { DepartmentState } from '../nodes/kit/node-runtime.ts'
import type { Database } from './db/database.ts'
import { isOpen, type WeekHours } from './routing/is-open.ts'

interface Force {
  zone: string
  departments: { id: string; name: string; hours: WeekHours | null }[]
}

/** What is known of every force without asking the database: its zone, departments and the length of its queues. */
export interface Forces {
  zoneOf(forceId: string): string
  departments(forceId: string, now: number, operators: number): DepartmentState[]
  reload(): Promise<void>
  /** Counts the queues of a force anew. */
  recount(forceId: string): Promise<void>
}

export async function openForces(db: Database): Promise<Forces> {
  let forces = new Map<string, Force>()
  const waiting = new Map<string, Map<string, number>>()
  const store: Forces = {
    zoneOf: (forceId) => forces.get(forceId)?.zone ?? 'Europe/London',
    departments(forceId, now, operators) {
      const force = forces.get(forceId)
      return (force?.departments ?? []).map(({ id, name, hours }) => ({
        id,
        name,
        open: isOpen(hours, now, force?.zone ?? 'Europe/London'),
        operators,
        waiting: waiting.get(forceId)?.get(id) ?? 0,
      }))
    },
    async reload() {
      const rows = await db.read.all<{ id: string; zone: string }>('SELECT id, zone FROM forces')
      const departments = await db.read.all<{ force_id: string; id: string; name: string; settings: string }>(
        'SELECT force_id, id, name, settings FROM departments ORDER BY position',
      )
      forces = new Map(
        rows.map(({ id, zone }) => [
          id,
          {
            zone,
            departments: departments
              .filter((row) => row.force_id === id)
              .map((row) => ({
                id: row.id,
                name: row.name,
                hours: (JSON.parse(row.settings) as { hours: WeekHours | null }).hours,
              })),
          },
        ]),
      )
      for (const { id } of rows) await store.recount(id)
    },
    async recount(forceId) {
      const rows = await db.read.all<{ department: string; count: number }>(
        `SELECT department, count(*) AS count FROM contacts WHERE force_id = ? AND status = 'waiting' GROUP BY department`,
        [forceId],
      )
      waiting.set(forceId, new Map(rows.map(({ department, count }) => [department, count])))
    },
  }
  await store.reload()
  return store
}
