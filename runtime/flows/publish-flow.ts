import { and, eq, max } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import type { Flow } from '../../schema/flow.ts'
import { type FlowIssue, isPublishable } from '../../schema/flow-issue.ts'
import { formatFlow } from '../../schema/format-flow.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { CompileError } from '../compile/compile-error.ts'
import { toRunnable } from '../contact/runnable-flow.ts'
import { WriteConflict } from '../db/database.ts'
import { flows, flowVersions } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { queueWebhook } from '../webhooks/queue-webhook.ts'
import { checkDraft } from './check-draft.ts'
import { getFlowRow, hashDocument, readStored } from './flow-row.ts'
import { conflictWith } from './save-draft.ts'

/**
 * Freezes the draft, together with the flows that it calls, as the next version, and makes it live. Refused when
 * anything in it would fail a visitor: every fault is named, and it must compile.
 */
export async function publishFlow(
  services: Services,
  principal: Principal,
  id: string,
  revision: number,
  reason: string,
): Promise<{ version: number }> {
  return services.db.write(async (tx) => {
    const row = await getFlowRow(tx, principal, id)
    if (row.revision !== revision) throw await conflictWith(services, tx, row)
    const flow = readStored(row.draft, services.types.definitions)
    const { issues, called } = await checkDraft(services, tx, principal.forceId, flow)
    if (!isPublishable(issues)) throw refusal(issues)
    const [latest] = await tx.orm
      .select({ version: max(flowVersions.version) })
      .from(flowVersions)
      .where(eq(flowVersions.flowId, id))
    const version = (latest?.version ?? 0) + 1
    compile(services, flow, version, called)
    const now = services.clock.now()
    const hash = hashDocument(row.draft)
    await tx.orm.insert(flowVersions).values({
      flowId: id,
      version,
      document: row.draft,
      called: JSON.stringify(Object.fromEntries([...called].map(([name, part]) => [name, formatFlow(part)]))),
      publishedAt: now,
      publishedBy: principal.userId,
      reason,
    })
    const written = await tx.orm
      .update(flows)
      .set({ liveVersion: version, liveHash: hash })
      .where(and(eq(flows.id, id), eq(flows.revision, revision)))
      .returning({ id: flows.id })
    if (written.length !== 1) throw new WriteConflict(`Flow ${id} was saved in the meantime.`)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: now,
      actor: toActor(principal, 'designer', 'admin'),
      operation: 'publish',
      objectType: 'flow',
      objectId: id,
      outcome: 'done',
      reason,
      payload: { does: 'publish', version, hash },
    })
    await queueWebhook(tx, { forceId: principal.forceId, kind: 'flow.published', data: { flow: id, version }, at: now })
    return { version }
  })
}

function compile(services: Services, flow: Flow, version: number, called: ReadonlyMap<string, Flow>): void {
  try {
    toRunnable(flow, version, services.types, called)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    throw refusal([{ code: 'does-not-compile', severity: 'fault', message: error.message }])
  }
}

function refusal(issues: FlowIssue[]): AppError {
  const faults = issues.filter((issue) => issue.severity === 'fault').length
  const what = faults === 1 ? 'one fault' : `${faults} faults`
  return new AppError('not-valid', `This flow has ${what}. Put that right, then publish it.`, { issues })
}
