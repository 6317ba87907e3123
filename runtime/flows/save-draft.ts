import { and, eq } from 'drizzle-orm'
import type { DraftConflict } from '../../schema/api/flows.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Flow } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { parseFlow } from '../../schema/parse-flow.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { type Reader, WriteConflict } from '../db/database.ts'
import { flows } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { checkDraft } from './check-draft.ts'
import { type FlowRow, getFlowRow, isChanged, isoTime, nameOf, readStored, toDocument } from './flow-row.ts'

export interface SavedDraft {
  revision: number
  savedAt: string
  issues: FlowIssue[]
  changed: boolean
}

/**
 * Saves a draft over the revision that it was made from. Faults do not stop a save, only what is no flow at all does;
 * nodes of unknown types are kept. When somebody else saved first, nothing is written and the answer carries theirs.
 * The same document again is the same save: an acknowledgement that was lost is no conflict.
 */
export async function saveDraft(
  services: Services,
  principal: Principal,
  id: string,
  revision: number,
  document: unknown,
): Promise<SavedDraft> {
  const parsed = parseFlow(document, services.types.definitions)
  if (!parsed.ok)
    throw new AppError('not-valid', parsed.issues[0]?.message ?? 'This is not a flow.', { issues: parsed.issues })
  const flow: Flow = { ...parsed.flow, id }
  const { text, hash } = toDocument(flow)
  const row = await services.db.write(async (tx) => {
    const before = await getFlowRow(tx, principal, id)
    if (before.draft === text) return before
    if (before.revision !== revision) throw await conflictWith(services, tx, before)
    const saved = {
      draft: text,
      name: flow.name,
      revision: revision + 1,
      savedAt: services.clock.now(),
      savedBy: principal.userId,
    }
    const written = await tx.orm
      .update(flows)
      .set(saved)
      .where(and(eq(flows.id, id), eq(flows.revision, revision)))
      .returning({ id: flows.id })
    if (written.length !== 1) throw new WriteConflict(`Flow ${id} was saved in the meantime.`)
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: saved.savedAt,
      actor: toActor(principal, 'designer', 'admin'),
      operation: 'setting',
      objectType: 'flow',
      objectId: id,
      outcome: 'done',
      payload: { does: 'save', revision: saved.revision, hash },
    })
    tx.afterCommit(() => services.bus.publish(`flow:${id}`))
    return { ...before, ...saved }
  })
  const { issues } = await checkDraft(services, services.db.read, principal.forceId, flow)
  return { revision: row.revision, savedAt: isoTime(row.savedAt), issues, changed: isChanged(row) }
}

/** What is there now, for the person who has to decide between two drafts. */
export async function conflictWith(services: Services, reader: Pick<Reader, 'orm'>, row: FlowRow): Promise<AppError> {
  const details: DraftConflict = {
    revision: row.revision,
    savedBy: await nameOf(reader, row.savedBy),
    savedAt: isoTime(row.savedAt),
    flow: readStored(row.draft, services.types.definitions),
  }
  return new AppError('conflict', `${details.savedBy} saved this flow in the meantime.`, details)
}
