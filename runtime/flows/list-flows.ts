import { and, count, eq, isNull, ne } from 'drizzle-orm'
import type { FlowSummary } from '../../schema/api/flows.ts'
import { toFlowPicture } from '../../schema/flow-picture.ts'
import type { Principal } from '../accounts/principal.ts'
import { users } from '../db/tables/accounts.ts'
import { contacts } from '../db/tables/contacts.ts'
import { flows } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { isChanged, isoTime, readStored } from './flow-row.ts'

/** Every flow of the person's force, by name. */
export async function listFlows(services: Services, principal: Principal): Promise<FlowSummary[]> {
  const { orm } = services.db.read
  const rows = await orm
    .select({ flow: flows, savedBy: users.name })
    .from(flows)
    .leftJoin(users, eq(users.id, flows.savedBy))
    .where(and(eq(flows.forceId, principal.forceId), isNull(flows.removedAt)))
    .orderBy(flows.name)
  const running = await orm
    .select({ flow: contacts.flowId, count: count() })
    .from(contacts)
    .where(and(eq(contacts.forceId, principal.forceId), ne(contacts.status, 'closed')))
    .groupBy(contacts.flowId)
  const counts = new Map(running.map((row) => [row.flow, row.count]))
  return rows.map(({ flow: row, savedBy }) => {
    const draft = readStored(row.draft, services.types.definitions)
    return {
      id: row.id,
      name: row.name,
      description: draft.description ?? '',
      locales: draft.locales,
      nodes: draft.nodes.length,
      tags: draft.tags ?? [],
      picture: toFlowPicture(draft, services.types.definitions),
      live: row.liveVersion,
      changed: isChanged(row),
      savedAt: isoTime(row.savedAt),
      savedBy: savedBy ?? 'Somebody',
      running: counts.get(row.id) ?? 0,
    }
  })
}
