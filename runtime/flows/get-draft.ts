import type { FlowDraft } from '../../schema/api/flows.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Services } from '../services.ts'
import { checkDraft } from './check-draft.ts'
import { getFlowRow, isChanged, isoTime, nameOf, readStored } from './flow-row.ts'

/** The draft of a flow, with everything that is wrong with it now. */
export async function getDraft(services: Services, principal: Principal, id: string): Promise<FlowDraft> {
  const { read } = services.db
  const row = await getFlowRow(read, principal, id)
  const flow = readStored(row.draft, services.types.definitions)
  const { issues } = await checkDraft(services, read, principal.forceId, flow)
  return {
    id: row.id,
    revision: row.revision,
    flow,
    issues,
    live: row.liveVersion,
    changed: isChanged(row),
    savedAt: isoTime(row.savedAt),
    savedBy: await nameOf(read, row.savedBy),
  }
}
