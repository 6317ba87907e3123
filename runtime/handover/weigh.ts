import type { QueuePriority } from '../../nodes/kit/step.ts'

/** What one contact asks of whoever has it, by its danger: 1 is an ordinary one. `fills`: nothing else beside it. */
type Weight = number | 'fills'

/** Kinds of danger in which an answer that comes late, or to the wrong window, can do harm. */
const fillsSomebody = new Set([
  'domestic_abuse',
  'coercive_control',
  'honour_based',
  'suicidal_ideation',
  'sexual_offence',
  'child_protection',
])

/** How many ordinary contacts somebody takes at once, where their department says nothing else. */
export const usualLimit = { operator: 4, supervisor: 3 } as const

function weightOf({ priority, category }: { priority: QueuePriority; category: string | null }): Weight {
  if (priority === 'emergency') return 'fills'
  if (priority !== 'safeguarding') return 1
  return category !== null && fillsSomebody.has(category) ? 'fills' : 2
}

/** What `contact` takes of somebody's `limit`. */
export function weigh(contact: { priority: QueuePriority; category: string | null }, limit: number): number {
  const weight = weightOf(contact)
  return weight === 'fills' ? limit : Math.min(weight, limit)
}
