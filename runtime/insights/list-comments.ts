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
  const allowed = supervisedDepartments(principal)
  const { forceId } = principal
  const rows = await services.db.read.all<Row>(
    `SELECT id, day, department, intent, csat, nps, comment FROM ratings
     WHERE force_id = ? AND day >= ? AND day <= ? AND comment IS NOT NULL AND comment <> ''
     ORDER BY day DESC, id DESC LIMIT ${mostRead}`,
    [forceId, filter.from, filter.to],
  )
  const found = rows
    .filter(
      ({ department, intent }) =>
        (!allowed || !department || allowed.has(department)) &&
        (filter.department === undefined || filter.department === department) &&
        (filter.intent === undefined || filter.intent === intent),
    )
    .map((row) => ({ ...row, ...readComment(row.comment) }))
    .filter(({ themes }) => filter.theme === undefined || themes.includes(filter.theme))
  const { theme } = filter
  await services.db.write((tx) =>
    appendEntry(tx, {
      forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'supervisor', 'admin'),
      operation: 'consultation',
      objectType: 'survey-comments',
      objectId: forceId,
      outcome: 'done',
      payload: { from: filter.from, to: filter.to, theme: theme ?? null },
    }),
  )
  return { comments: found.slice(0, most), more: found.length > most }
}
