import { queuePriorities } from '../../nodes/kit/step.ts'
import type { Transaction } from '../db/database.ts'
import type { ContactRow } from './contact-state.ts'
import type { Turn } from './turn.ts'

/**
 * Writes the visitor's place into the turn's queue events, which a node cannot know: 1 is next. Counts the contacts of
 * the department that wait with a graver priority, or as grave and longer.
 */
export async function fillQueuePosition(tx: Transaction, contact: ContactRow, turn: Turn): Promise<void> {
  const { queue } = turn.state
  if (!queue || !turn.events.some((event) => event.type === 'queue')) return
  const priority = queuePriorities.indexOf(queue.priority)
  const [row] = await tx.all<{ ahead: number }>(
    `SELECT count(*) AS ahead FROM contacts WHERE force_id = ? AND status = 'waiting' AND department = ? AND id <> ?
       AND (priority < ? OR (priority = ? AND queued_at < ?))`,
    [contact.force_id, queue.department, contact.id, priority, priority, queue.since],
  )
  const position = (row?.ahead ?? 0) + 1
  turn.events = turn.events.map((event) => (event.type === 'queue' ? { ...event, position } : event))
}
