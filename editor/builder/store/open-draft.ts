import type { FlowDraft } from '../../../schema/api/flows.ts'
import type { OpenDraft } from './builder-store.ts'
import type { DraftKeeper } from './draft-keeper.ts'

/**
 * The draft as it opens: what the server has, with the changes on top that this device kept when it could not save.
 * When somebody else saved in between, the next save finds that out and merges.
 */
export function openDraft(draft: FlowDraft, keeper: DraftKeeper): OpenDraft {
  const { flow, revision, savedAt, live, changed } = draft
  const kept = keeper.find()
  if (!kept || kept.revision > revision) return { flow, base: flow, revision, savedAt, live, changed }
  return { flow: kept.flow, base: kept.base, revision: kept.revision, savedAt, live, changed }
}
