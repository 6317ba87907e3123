import { queuePriorities } from '../../nodes/kit/step.ts'
import type { Transaction } from '../db/database.ts'
import { estimateWait } from '../handover/wait-time.ts'
import type { ContactRow } from './contact-state.ts'
import type { Turn } from './turn.ts'

/**
 * Writes the visitor's place into the turn's queue events, which a node cannot know: 1 is next. Counts the contacts of
 * the department that wait with a graver priority, or as grave and before this one. With it goes an honest waiting time:
 * only while somebody is there, and only where recent service gives a basis.
 */
export async function fillQueuePosition(
  tx: Transaction,
  contact: ContactRow,
  turn: Turn,
  world: { now: number; isStaffed(department: string): boolean },
): Promise<void> {
  const { queue } = turn.state
  if (!queue || !turn.events.some((event) => event.type === 'queue')) return
  const priority = queuePriorities.indexOf(queue.priority)
  const passed = queue.passed ? 1 : 0
  const [row] = await tx.all<{ ahead: number }>(
    `SELECT count(*) AS ahead FROM contacts WHERE force_id = ? AND status = 'waiting' AND department = ? AND id <> ?
       AND (priority < ? OR (priority = ? AND (queue_passed > ? OR (queue_passed = ?
         AND (queued_at < ? OR (queued_at = ? AND number < ?))))))`,
    [
      contact.force_id,
      queue.department,
      contact.id,
      priority,
      priority,
      passed,
      passed,
      queue.since,
      queue.since,
      contact.number,
    ],
  )
  const position = Number(row?.ahead ?? 0) + 1
  const wait = world.isStaffed(queue.department)
    ? await estimateWait(tx, contact.force_id, queue.department, position, world.now)
    : undefined
  turn.events = turn.events.map((event) =>
    event.type === 'queue' ? { ...event, position, ...(wait === undefined ? {} : { wait_seconds: wait }) } : event,
  )
}
