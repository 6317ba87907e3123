import { eq } from 'drizzle-orm'
import { AppError } from '../../schema/app-error.ts'
import type { Flow } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { parseFlowText } from '../../schema/parse-flow.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { flows } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { checkDraft } from './check-draft.ts'
import { emptyFlow } from './empty-flow.ts'
import { toDocument } from './flow-row.ts'
import { templateFlows } from './templates.ts'

/** Where a new flow comes from: the text of a document, a starter flow, or nothing. `name` replaces its own. */
export interface FlowOrigin {
  name?: string | undefined
  template?: string | undefined
  document?: string | undefined
}

/** Makes a flow as a draft. An import is only read: nothing of it acts, and what it refers to is looked up by name later. */
export async function createFlow(
  services: Services,
  principal: Principal,
  origin: FlowOrigin,
): Promise<{ id: string; issues: FlowIssue[] }> {
  const flow = toFlow(services, origin)
  return services.db.write(async (tx) => {
    const id = await insertFlow(tx, services, principal, flow)
    const { issues } = await checkDraft(services, tx, principal.forceId, { ...flow, id })
    return { id, issues }
  })
}

/** Puts `flow` in as a draft of the person's force; its id gets a number where it is taken. */
export async function insertFlow(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  principal: Principal,
  flow: Flow,
): Promise<string> {
  const id = await freeId(tx, flow.id)
  const { text, hash } = toDocument({ ...flow, id })
  const now = services.clock.now()
  await tx.orm.insert(flows).values({
    id,
    forceId: principal.forceId,
    name: flow.name,
    draft: text,
    revision: 1,
    savedAt: now,
    savedBy: principal.userId,
  })
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: now,
    actor: toActor(principal, 'designer', 'admin'),
    operation: 'setting',
    objectType: 'flow',
    objectId: id,
    outcome: 'done',
    payload: { does: 'create', revision: 1, hash },
  })
  return id
}

function toFlow(services: Services, { name, template, document }: FlowOrigin): Flow {
  const { definitions } = services.types
  if (document !== undefined) {
    const parsed = parseFlowText(document, definitions)
    if (!parsed.ok)
      throw new AppError('not-valid', parsed.issues[0]?.message ?? 'This is not a flow.', { issues: parsed.issues })
    return name === undefined ? parsed.flow : { ...parsed.flow, name }
  }
  if (template !== undefined) {
    const flow = templateFlows().get(template)
    if (!flow) throw new AppError('not-found', 'There is no such starter flow.')
    return name === undefined ? flow : { ...flow, name }
  }
  return emptyFlow(toId(name ?? ''), name ?? 'New flow', definitions)
}

/** `Report a lost bag!` as `report-a-lost-bag`. */
function toId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return id.slice(0, 48) || 'flow'
}

/** Ids of flows stand in the documents of others, so they stay readable, and are never given twice. */
async function freeId(tx: Transaction, wanted: string): Promise<string> {
  for (let count = 1; ; count++) {
    const id = count === 1 ? wanted : `${wanted.slice(0, 58)}-${count}`
    const taken = await tx.orm.select({ id: flows.id }).from(flows).where(eq(flows.id, id))
    if (taken.length === 0) return id
  }
}
