import { and, eq, isNull } from 'drizzle-orm'
import type { FoundInFlow } from '../../schema/api/flows.ts'
import { findInFlow } from '../../schema/find-in-flow.ts'
import type { Principal } from '../accounts/principal.ts'
import { flows } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { readStored } from './flow-row.ts'

const mostOfOne = 8
const mostInAll = 40

/** Where words stand in the drafts of the person's force. Only drafts that can hold them are read. */
export async function searchFlows(services: Services, principal: Principal, words: string): Promise<FoundInFlow[]> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const rows = await services.db.read.orm
    .select({ id: flows.id, name: flows.name, draft: flows.draft })
    .from(flows)
    .where(and(eq(flows.forceId, principal.forceId), isNull(flows.removedAt)))
    .orderBy(flows.name)
  const { definitions } = services.types
  const found: FoundInFlow[] = []
  for (const { id, name, draft } of rows) {
    if (found.length >= mostInAll) break
    // A type of node has a name that no draft holds, so words of type names pass.
    const held = `${draft} ${[...definitions.values()].map((each) => each.name).join(' ')}`.toLowerCase()
    if (!wanted.every((word) => held.includes(word))) continue
    const flow = readStored(draft, definitions)
    for (const finding of findInFlow(flow, words, definitions, mostOfOne)) found.push({ flow: id, name, ...finding })
  }
  return found.slice(0, mostInAll)
}
