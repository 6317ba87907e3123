import type { LiveFigures } from '../../schema/api/insights.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import { supervisedDepartments } from './allowed-departments.ts'
import { toLocalHour } from './local-time.ts'
import { readFigures } from './read-figures.ts'

interface Row {
  status: 'automated' | 'waiting' | 'with-operator'
  department: string
  n: number
  since: number | null
}

/** What is so now, counted from the contacts themselves, not from sums. */
export async function liveFigures(services: Services, principal: Principal): Promise<LiveFigures> {
  const { forceId } = principal
  const { read } = services.db
  const allowed = supervisedDepartments(principal)
  const now = services.clock.now()
  const all = await read.all<Row>(
    `SELECT status, coalesce(department, '') AS department, count(*) AS n, min(queued_at) AS since
     FROM contacts WHERE force_id = ? AND status IN ('automated', 'waiting', 'with-operator')
     GROUP BY status, coalesce(department, '')`,
    [forceId],
  )
  const rows = all.filter(({ department }) => !allowed || department === '' || allowed.has(department))
  const count = (status?: Row['status'], department?: string) =>
    rows
      .filter(
        (row) => (!status || row.status === status) && (department === undefined || row.department === department),
      )
      .reduce((sum, { n }) => sum + Number(n), 0)
  const longest = (department?: string) =>
    rows
      .filter((row) => row.status === 'waiting' && (department === undefined || row.department === department))
      .flatMap(({ since }) => (since === null ? [] : [since]))
      .sort((a, b) => a - b)[0]
  const [alerts] = await read.all<{ n: number }>(
    'SELECT count(*) AS n FROM alerts WHERE force_id = ? AND acknowledged_at IS NULL',
    [forceId],
  )
  // As the watch over the desk found them, so that inbox and insights never say different things.
  const forgotten = await read.all<{ department: string }>(
    `SELECT coalesce(department, '') AS department FROM desk_warnings
     WHERE force_id = ? AND kind = 'unowned' AND cleared_at IS NULL`,
    [forceId],
  )
  const { day } = toLocalHour(now, services.zoneOf(forceId))
  const today = await readFigures(read, forceId, { from: day, to: day }, allowed)
  const departments = services.nodeServices(forceId).departments()
  return {
    at: new Date(now).toISOString(),
    open: count(),
    automated: count('automated'),
    waiting: count('waiting'),
    withPerson: count('with-operator'),
    longestSince: toIso(longest()),
    unowned: forgotten.filter(({ department }) => !allowed || department === '' || allowed.has(department)).length,
    alerts: Number(alerts?.n ?? 0),
    people: services.desk.people(forceId).filter(({ state }) => state !== 'offline').length,
    departments: departments
      .filter(({ id }) => !allowed || allowed.has(id))
      .map(({ id, name, open }) => ({
        department: id,
        name,
        open,
        waiting: count('waiting', id),
        withPerson: count('with-operator', id),
        longestSince: toIso(longest(id)),
      })),
    today: { contacts: today.contacts, alone: today.alone },
  }
}

function toIso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString()
}
