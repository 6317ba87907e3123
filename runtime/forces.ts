import type { DepartmentState } from '../nodes/kit/node-runtime.ts'
import type { Text } from '../schema/text.ts'
import { toSafetySettings } from './alerts/safety-settings.ts'
import type { AdviceWords } from './contact/node-context.ts'
import type { Database } from './db/database.ts'
import { isOpen, type WeekHours } from './routing/is-open.ts'

interface Force {
  zone: string
  departments: { id: string; name: string; hours: WeekHours | null; safeguardingWords?: Text | null }[]
  emergencyWords: Text | null
}

/** What is known of every force without asking the database: its zone, departments and the length of its queues. */
export interface Forces {
  zoneOf(forceId: string): string
  departments(forceId: string, now: number, operators: number): DepartmentState[]
  adviceWordsFor(forceId: string): AdviceWords
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
    adviceWordsFor: (forceId) => (verdict, department) => {
      const force = forces.get(forceId)
      if (verdict === 'emergency') return force?.emergencyWords ?? undefined
      const words = (id: string) => force?.departments.find((each) => each.id === id)?.safeguardingWords
      // The safeguarding hall is the department that gets the contact, unless another has it already.
      return words(department) ?? words('safeguarding') ?? force?.departments[0]?.safeguardingWords ?? undefined
    },
    async reload() {
      const settings = await db.read.all<{ force_id: string; settings: string }>(
        'SELECT force_id, settings FROM safety_settings',
      )
      const rows = await db.read.all<{ id: string; zone: string }>('SELECT id, zone FROM forces')
      const departments = await db.read.all<{ force_id: string; id: string; name: string; settings: string }>(
        'SELECT force_id, id, name, settings FROM departments ORDER BY position',
      )
      forces = new Map(
        rows.map(({ id, zone }) => [
          id,
          {
            zone,
            emergencyWords: toSafetySettings(settings.find((row) => row.force_id === id)?.settings).emergencyWords,
            departments: departments
              .filter((row) => row.force_id === id)
              .map((row) => ({
                id: row.id,
                name: row.name,
                ...(JSON.parse(row.settings) as { hours: WeekHours | null; safeguardingWords?: Text | null }),
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
