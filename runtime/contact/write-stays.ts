import { queuePriorities } from '../../nodes/kit/step.ts'
import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { ContactRow, ContactState } from './contact-state.ts'

/** Where a contact is with people: in a department's queue, or with somebody. */
interface Stay {
  kind: 'queue' | 'operator'
  department: string
  user: string | null
}

/** Ends the stay that a turn ended and begins the one that it began, in the turn's own transaction. */
export async function writeStays(
  tx: Transaction,
  contact: ContactRow,
  before: ContactState,
  after: ContactState,
  now: number,
): Promise<void> {
  const was = stayOf(before)
  const is = stayOf(after)
  if (JSON.stringify(was) === JSON.stringify(is)) return
  if (was)
    await tx.run('UPDATE stays SET ended_at = ?, ended_by = ?, user_id = ? WHERE contact_id = ? AND ended_at IS NULL', [
      now,
      endOf(after, was, is),
      was.kind === 'queue' ? (is?.user ?? null) : was.user,
      contact.id,
    ])
  if (is)
    await tx.run(
      'INSERT INTO stays (id, force_id, contact_id, kind, department, priority, user_id, began_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [
        newId('sty'),
        contact.force_id,
        contact.id,
        is.kind,
        is.department,
        queuePriorities.indexOf(after.queue?.priority ?? 'normal'),
        is.user,
        now,
      ],
    )
}

function stayOf({ closed, owner, queue, department }: ContactState): Stay | undefined {
  if (closed) return undefined
  if (owner) return { kind: 'operator', department: queue?.department ?? department, user: owner.id }
  return queue && { kind: 'queue', department: queue.department, user: null }
}

function endOf(after: ContactState, was: Stay, is: Stay | undefined): string {
  if (after.closed) return 'closed'
  if (!is) return 'left'
  return was.kind === 'queue' && is.kind === 'operator' ? 'joined' : 'moved'
}
