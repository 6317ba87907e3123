import type { Comment, InsightsFilter } from '../../schema/api/insights.ts'
import type { Principal } from '../accounts/principal.ts'
import { toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Services } from '../services.ts'
import { supervisedDepartments } from './allowed-departments.ts'
import { readComment } from './comments.ts'

const most = 200
/** Comments are read through in SQL order until enough of the theme are found, or this many were looked at. */
const mostRead = 5_000

interface Row {
  id: string
  day: string
  department: string | null
  intent: string | null
  csat: number | null
  nps: number | null
  comment: string
}

/** What visitors wrote in surveys, newest first. Nothing here leads to a contact: surveys are kept apart from who answered. */
export async function listComments(
  services: Services,
  principal: Principal,
  filter: InsightsFilter & { theme?: string | undefined },
): Promise<{ comments: Comment[]; more: boolean }> {
  const found = (await readComments(services, principal, filter))
    .map((row) => ({ ...row, ...readComment(row.comment) }))
    .filter(({ themes }) => filter.theme === undefined || themes.includes(filter.theme))
  await recordReading(services, principal, { from: filter.from, to: filter.to, theme: filter.theme ?? null })
  return { comments: found.slice(0, most), more: found.length > most }
}

/** The comments of a period that the person may read, newest first, before anything is made of them. */
export async function readComments(services: Services, principal: Principal, filter: InsightsFilter): Promise<Row[]> {
  const allowed = supervisedDepartments(principal)
  const rows = await services.db.read.all<Row>(
    `SELECT id, day, department, intent, csat, nps, comment FROM ratings
     WHERE force_id = ? AND day >= ? AND day <= ? AND comment IS NOT NULL AND comment <> ''
     ORDER BY day DESC, id DESC LIMIT ${mostRead}`,
    [principal.forceId, filter.from, filter.to],
  )
  return rows.filter(
    ({ department, intent }) =>
      (!allowed || !department || allowed.has(department)) &&
      (filter.department === undefined || filter.department === department) &&
      (filter.intent === undefined || filter.intent === intent),
  )
}

export async function recordReading(services: Services, principal: Principal, payload: unknown): Promise<void> {
  const { forceId } = principal
  await services.db.write((tx) =>
    appendEntry(tx, {
      forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'supervisor', 'admin'),
      operation: 'consultation',
      objectType: 'survey-comments',
      objectId: forceId,
      outcome: 'done',
      payload,
    }),
  )
}
