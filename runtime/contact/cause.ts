import type { Input } from '../../schema/input.ts'
import type { LimitAnswer } from '../../schema/limits.ts'
import type { Value } from '../../schema/values.ts'

/** A person of the force, as a contact's log knows them. */
export interface StaffMember {
  id: string
  name: string
}

/** What makes a contact take a turn. Everything that ever moved a contact is one of these, and is kept in its journal. */
export type Cause =
  /** `limit`: it goes over a limit of the force, and gets this instead of the flow. */
  | { kind: 'started'; locale: string; limit?: LimitAnswer | undefined }
  /** `prompt` is the number of the prompt that the visitor answered, where their client says so. */
  | { kind: 'visitor'; input: Input; prompt?: number | undefined }
  | { kind: 'ended' }
  | { kind: 'timer'; id: string }
  | { kind: 'effect'; child: string; result: EffectResult }
  /** `assigned`: the queue gave it to them. */
  | { kind: 'operator'; does: 'join'; by: StaffMember; assigned?: boolean | undefined }
  | { kind: 'operator'; does: 'say'; by: StaffMember; text: string }
  | { kind: 'operator'; does: 'close'; by: StaffMember; outcome: string; supervises?: boolean | undefined }
  | {
      kind: 'operator'
      does: 'return'
      by: StaffMember
      node?: string | undefined
      supervises?: boolean | undefined
    }
  /** Into the queue of another department. `supervises`: whoever does it need not have the contact. */
  | { kind: 'operator'; does: 'transfer'; by: StaffMember; to: Team; supervises?: boolean | undefined }
  /** To a person, who has it from then on: a colleague, or a supervisor who takes over. */
  | { kind: 'operator'; does: 'assign'; by: StaffMember; to: StaffMember; supervises?: boolean | undefined }
  /** What was gathered is put right. */
  | {
      kind: 'operator'
      does: 'correct'
      by: StaffMember
      name: string
      value: Value
      supervises?: boolean | undefined
    }
  /** What Signpost itself does with a contact that waits for a person, or is with one. */
  | { kind: 'desk'; does: 'release'; why: 'gone' | 'away' }
  | { kind: 'desk'; does: 'move'; to: Team; why: string }
  | { kind: 'desk'; does: 'tell-place' }

/** A department, as a contact's log knows it. */
export interface Team {
  id: string
  name: string
}

/** How an effect ended. `unknown`: the far side may have acted, and nobody knows. */
export type EffectResult =
  | { ok: true; output: unknown }
  | { ok: false; reason: 'refused' | 'timeout' | 'unreachable' | 'unknown'; status?: number | undefined }

/** What the journal keeps of `cause`: the answers of a survey are kept apart from the contact. */
export function toJournal(cause: Cause): Cause {
  if (cause.kind === 'visitor' && cause.input.kind === 'rating') return { ...cause, input: { kind: 'rating' } }
  return cause
}
