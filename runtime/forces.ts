import type { DepartmentState } from '../nodes/kit/node-runtime.ts'
import type { Colleague } from '../schema/api/colleagues.ts'
import type { Department } from '../schema/department.ts'
import { type Limits, noLimits } from '../schema/limits.ts'
import type { Text } from '../schema/text.ts'
import { toSafetySettings } from './alerts/safety-settings.ts'
import type { AdviceWords } from './contact/node-context.ts'
import type { Database } from './db/database.ts'
import { listDepartments } from './routing/departments.ts'
import { isOpen } from './routing/is-open.ts'
import { toLimits } from './usage/limits.ts'

interface Force {
  zone: string
  limits: Limits
  departments: Department[]
  emergencyWords: Text | null
}
interface Counts {
  waiting: number
  /** Waiting and with operators together. */
  all: number
}

/** What is known of every force without asking the database: its zone, departments and the length of its queues. */
export interface Forces {
  ids(): string[]
  zoneOf(forceId: string): string
  limitsOf(forceId: string): Limits
  settingsOf(forceId: string): readonly Department[]
  departments(forceId: string, now: number, people: readonly Colleague[]): DepartmentState[]
  adviceWordsFor(forceId: string): AdviceWords
  reload(): Promise<void>
  /** Counts the queues of a force anew. */
  recount(forceId: string): Promise<void>
}

const usualZone = 'Europe/London'

export async function openForces(db: Database): Promise<Forces> {
  let forces = new Map<string, Force>()
  const counts = new Map<string, Map<string, Counts>>()
  const store: Forces = {
    ids: () => [...forces.keys()],
    zoneOf: (forceId) => forces.get(forceId)?.zone ?? usualZone,
    limitsOf: (forceId) => forces.get(forceId)?.limits ?? noLimits,
    settingsOf: (forceId) => forces.get(forceId)?.departments ?? [],
    departments(forceId, now, people) {
      const force = forces.get(forceId)
      return (force?.departments ?? []).map(({ id, name, hours, bankHolidays, capacity, overflow, survey }) => {
        const { waiting, all } = counts.get(forceId)?.get(id) ?? { waiting: 0, all: 0 }
        return {
          id,
          name,
          open: isOpen({ hours, bankHolidays }, now, force?.zone ?? usualZone),
          operators: countAvailable(people, id),
          waiting,
          ...(capacity !== null && all >= capacity ? { full: true } : {}),
          ...(survey ? {} : { survey: false }),
          ...(overflow ? { overflow: { to: overflow.to, when: overflow.when } } : {}),
        }
      })
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
      const rows = await db.read.all<{ id: string; zone: string; limits: string }>(
        'SELECT id, zone, limits FROM forces',
      )
      const read = await Promise.all(
        rows.map(
          async ({ id, zone, limits }): Promise<[string, Force]> => [
            id,
            {
              zone,
              limits: toLimits(limits),
              departments: await listDepartments(db.read, id),
              emergencyWords: toSafetySettings(settings.find((row) => row.force_id === id)?.settings).emergencyWords,
            },
          ],
        ),
      )
      forces = new Map(read)
      for (const { id } of rows) await store.recount(id)
    },
    async recount(forceId) {
      const rows = await db.read.all<{ department: string; status: string; count: number }>(
        `SELECT department, status, count(*) AS count FROM contacts
         WHERE force_id = ? AND status IN ('waiting', 'with-operator') GROUP BY department, status`,
        [forceId],
      )
      const byDepartment = new Map<string, Counts>()
      for (const { department, status, count } of rows) {
        const known = byDepartment.get(department) ?? { waiting: 0, all: 0 }
        byDepartment.set(department, {
          waiting: known.waiting + (status === 'waiting' ? Number(count) : 0),
          all: known.all + Number(count),
        })
      }
      counts.set(forceId, byDepartment)
    },
  }
  await store.reload()
  return store
}

function countAvailable(people: readonly Colleague[], department: string): number {
  return people.filter(
    ({ state, departments }) => state === 'available' && departments.some((one) => one.department === department),
  ).length
}
