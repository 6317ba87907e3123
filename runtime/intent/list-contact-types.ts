import type { ContactType } from '../../schema/api/admin.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { intentsOf } from '../contact/runnable-flow.ts'
import type { Services } from '../services.ts'

/** What the live flows of a force tell contacts apart by, in the order in which they ask. */
export async function listContactTypes(services: Services, forceId: string): Promise<ContactType[]> {
  const { db, flows, types } = services
  const live = await db.read.all<{ id: string; version: number }>(
    'SELECT id, live_version AS version FROM flows WHERE force_id = ? AND live_version IS NOT NULL ORDER BY name, id',
    [forceId],
  )
  const found = new Map<string, ContactType>()
  for (const { id: flowId, version } of live) {
    const flow = await loadFlow(db.read, flows, types, flowId, version)
    for (const { id, phrases } of intentsOf(flow).flat())
      if (!found.has(id)) found.set(id, { id, label: phrases[0] ?? id })
  }
  return [...found.values()]
}
