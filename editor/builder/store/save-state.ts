import type { Flow } from '../../../schema/flow.ts'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import type { Conflict } from './merge-flows.ts'

/** What is true about the draft on the server, as the top bar says it. */
export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** The server cannot be reached. `kept`: the changes are on this device, and come back on reload. */
  | { kind: 'offline'; kept: boolean }
  | { kind: 'refused'; message: string }
  /** Somebody else changed the same parts. Nothing is saved until a person has chosen. */
  | { kind: 'conflict'; theirs: TheirDraft; conflicts: Conflict[] }

/** What somebody else saved first. */
export interface TheirDraft {
  revision: number
  savedBy: string
  savedAt: string
  flow: Flow
}

/** The answer of one attempt to save. */
export type SaveAnswer =
  | { kind: 'saved'; revision: number; savedAt: string; changed: boolean; issues: FlowIssue[] }
  | { kind: 'conflict'; theirs: TheirDraft }
  | { kind: 'offline' }
  | { kind: 'refused'; message: string }

/** `state` in words. */
export function describeSave(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return `Saved ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(state.at))}`
    case 'saving':
      return 'Saving…'
    case 'offline':
      return state.kept
        ? 'Not saved: offline. Your changes are on this device.'
        : 'Not saved: offline. Keep this page open.'
    case 'refused':
      return `Not saved: ${state.message}`
    case 'conflict':
      return `Not saved: ${state.theirs.savedBy} changed the same parts.`
  }
}
