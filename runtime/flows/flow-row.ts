import { createHash } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import type { Flow } from '../../schema/flow.ts'
import { formatFlow } from '../../schema/format-flow.ts'
import type { NodeDefinitions } from '../../schema/node-definition.ts'
import { parseFlowText } from '../../schema/parse-flow.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Reader } from '../db/database.ts'
import { users } from '../db/tables/accounts.ts'
import { flows } from '../db/tables/flows.ts'

export type FlowRow = typeof flows.$inferSelect

/** The flow of that id in the person's force. Another force's flow is as missing as one that never was. */
export async function getFlowRow(reader: Pick<Reader, 'orm'>, principal: Principal, id: string): Promise<FlowRow> {
  const [row] = await reader.orm
    .select()
    .from(flows)
    .where(and(eq(flows.id, id), eq(flows.forceId, principal.forceId), isNull(flows.removedAt)))
  if (!row) throw new AppError('not-found', 'There is no such flow.')
  return row
}

/** A document that Signpost stored itself. */
export function readStored(text: string, definitions: NodeDefinitions): Flow {
  const parsed = parseFlowText(text, definitions)
  if (!parsed.ok) throw new Error(`A stored flow cannot be read: ${parsed.issues[0]?.message ?? ''}`)
  return parsed.flow
}

/** A flow as it is stored, and the hash by which a draft is compared with the live version. */
export function toDocument(flow: Flow): { text: string; hash: string } {
  const text = formatFlow(flow)
  return { text, hash: hashDocument(text) }
}

export function hashDocument(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Whether the draft differs from what visitors get. A flow that was never published differs. */
export function isChanged(row: Pick<FlowRow, 'draft' | 'liveHash'>): boolean {
  return row.liveHash !== hashDocument(row.draft)
}

/** What somebody is called, for "saved by". */
export async function nameOf(reader: Pick<Reader, 'orm'>, userId: string): Promise<string> {
  const [user] = await reader.orm.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return user?.name ?? 'Somebody'
}

export const isoTime = (at: number) => new Date(at).toISOString()
