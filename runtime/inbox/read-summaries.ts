import type { ContactSummary } from '../../schema/api/inbox.ts'
import type { Param, Reader } from '../db/database.ts'
import { type Company, type ContactRead, selectContacts, toSummary } from './contact-summary.ts'

/** The order of the queue: the gravest first, what was with somebody before the others, then who has waited longest. */
const order = `c.priority, c.queue_passed DESC, CASE WHEN c.queued_at IS NULL THEN 1 ELSE 0 END, c.queued_at,
  CASE WHEN c.queued_at IS NULL THEN 0 ELSE c.number END, c.created_at DESC`

/** Contacts for which `condition` holds (on `contacts` as `c`), with who looks at them and their tags, and when each changed. */
export async function readSummaries(
  reader: Pick<Reader, 'all'>,
  condition: string,
  params: readonly Param[],
  limit: number,
  by = order,
): Promise<{ contacts: ContactSummary[]; changes: ReadonlyMap<string, number>; changedAt: number }> {
  const rows = await reader.all<ContactRead>(
    `${selectContacts} WHERE ${condition} ORDER BY ${by} LIMIT ${limit}`,
    params,
  )
  const company = new Map<string, Company>(rows.map(({ id }) => [id, { watchers: [], tags: [] }]))
  const watchers = await reader.all<{ contact_id: string; id: string; name: string }>(
    `SELECT w.contact_id, u.id, u.name FROM watchers w JOIN contacts c ON c.id = w.contact_id
     JOIN users u ON u.id = w.user_id WHERE ${condition} ORDER BY w.since`,
    params,
  )
  for (const { contact_id, id, name } of watchers) company.get(contact_id)?.watchers.push({ id, name })
  const tags = await reader.all<{ contact_id: string; tag: string }>(
    `SELECT t.contact_id, t.tag FROM contact_tags t JOIN contacts c ON c.id = t.contact_id
     WHERE ${condition} ORDER BY t.tag`,
    params,
  )
  for (const { contact_id, tag } of tags) company.get(contact_id)?.tags.push(tag)
  return {
    contacts: rows.map((row) => toSummary(row, company.get(row.id) ?? { watchers: [], tags: [] })),
    changes: new Map(rows.map((row) => [row.id, row.changed_at])),
    changedAt: Math.max(0, ...rows.map((row) => row.changed_at)),
  }
}
