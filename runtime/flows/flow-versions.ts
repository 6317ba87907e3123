import { and, count, desc, eq, ne } from 'drizzle-orm'
import type { FlowVersion } from '../../schema/api/flows.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Flow } from '../../schema/flow.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader } from '../db/database.ts'
import { users } from '../db/tables/accounts.ts'
import { contacts } from '../db/tables/contacts.ts'
import { flows, flowVersions } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { queueWebhook } from '../webhooks/queue-webhook.ts'
import { getFlowRow, hashDocument, isoTime, readStored } from './flow-row.ts'

/** The published versions of a flow, newest first. */
export async function listVersions(services: Services, principal: Principal, id: string): Promise<FlowVersion[]> {
  const { read } = services.db
  const row = await getFlowRow(read, principal, id)
  const versions = await read.orm
    .select({
      version: flowVersions.version,
      publishedAt: flowVersions.publishedAt,
      publishedBy: users.name,
      reason: flowVersions.reason,
    })
    .from(flowVersions)
    .leftJoin(users, eq(users.id, flowVersions.publishedBy))
    .where(eq(flowVersions.flowId, id))
    .orderBy(desc(flowVersions.version))
  const running = await read.orm
    .select({ version: contacts.flowVersion, count: count() })
    .from(contacts)
    .where(and(eq(contacts.flowId, id), ne(contacts.status, 'closed')))
    .groupBy(contacts.flowVersion)
  return versions.map(({ version, publishedAt, publishedBy, reason }) => ({
    version,
    publishedAt: isoTime(publishedAt),
    publishedBy: publishedBy ?? 'Somebody',
    reason,
    live: version === row.liveVersion,
    running: running.find((candidate) => candidate.version === version)?.count ?? 0,
  }))
}

/** One published version, as it was frozen. */
export async function getVersion(services: Services, principal: Principal, id: string, version: number): Promise<Flow> {
  await getFlowRow(services.db.read, principal, id)
  return readStored(await getDocument(services.db.read, id, version), services.types.definitions)
}

/** Makes an earlier version live again. Contacts that run stay on the version they began with. */
export async function rollBack(
  services: Services,
  principal: Principal,
  id: string,
  version: number,
  reason: string,
): Promise<{ version: number }> {
  return services.db.write(async (tx) => {
    const row = await getFlowRow(tx, principal, id)
    const document = await getDocument(tx, id, version)
    await tx.orm
      .update(flows)
      .set({ liveVersion: version, liveHash: hashDocument(document) })
      .where(eq(flows.id, id))
    const { forceId } = principal
    const at = services.clock.now()
    await queueWebhook(tx, { forceId, kind: 'flow.published', data: { flow: id, version }, at })
    await appendEntry(tx, {
      forceId,
      at,
      actor: toActor(principal, 'designer', 'admin'),
      operation: 'publish',
      objectType: 'flow',
      objectId: id,
      outcome: 'done',
      reason,
      payload: { does: 'roll-back', from: row.liveVersion, to: version },
    })
    return { version }
  })
}

/** Text of a published version. The caller has made sure that the flow is the person's. */
export async function getDocument(reader: Pick<Reader, 'orm'>, id: string, version: number): Promise<string> {
  const [row] = await reader.orm
    .select({ document: flowVersions.document })
    .from(flowVersions)
    .where(and(eq(flowVersions.flowId, id), eq(flowVersions.version, version)))
  if (!row) throw new AppError('not-found', 'There is no such version.')
  return row.document
}
