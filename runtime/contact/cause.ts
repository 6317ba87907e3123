import type { Input } from '../../schema/input.ts'

/** A person of the force, as a contact's log knows them. */
export interface StaffMember {
  id: string
  name: string
}

/** What makes a contact take a turn. Everything that ever moved a contact is one of these, and is kept in its journal. */
export type Cause =
  | { kind: 'started'; locale: string }
  /** `prompt` is the number of the prompt that the visitor answered, where their client says so. */
  | { kind: 'visitor'; input: Input; prompt?: number | undefined }
  | { kind: 'ended' }
  | { kind: 'timer'; id: string }
  | { kind: 'effect'; child: string; result: EffectResult }
  | { kind: 'operator'; does: 'join'; by: StaffMember }
  | { kind: 'operator'; does: 'say'; by: StaffMember; text: string }
  | { kind: 'operator'; does: 'close'; by: StaffMember; outcome: string }
  | { kind: 'operator'; does: 'return'; by: StaffMember; node?: string | undefined }

/** How an effect ended. `unknown`: the far side may have acted, and nobody knows. */
export type EffectResult =
  | { ok: true; output: unknown }
  | { ok: false; reason: 'refused' | 'timeout' | 'unreachable' | 'unknown'; status?: number | undefined }

/** What the journal keeps of `cause`: the answers of a survey are kept apart from the contact. */
export function toJournal(cause: Cause): Cause {
  if (cause.kind === 'visitor' && cause.input.kind === 'rating') return { ...cause, input: { kind: 'rating' } }
  return cause
}
