import { departmentsOf, type Principal } from '../../accounts/principal.ts'
import type { Param } from '../../db/database.ts'
import { seenBy } from '../../inbox/rights.ts'

/**
 * Which asked questions a person may know of, as a condition on `asked_questions`: whoever works in departments those of the
 * contacts that they see, and whoever works in none, which is to say for all of them, every one.
 */
export function askedSeenBy(principal: Principal): { sql: string; params: Param[] } {
  if (departmentsOf(principal).length === 0) return { sql: 'TRUE', params: [] }
  const seen = seenBy(principal)
  return {
    sql: `contact_id IN (SELECT c.id FROM contacts c WHERE c.force_id = ? AND ${seen.sql})`,
    params: [principal.forceId, ...seen.params],
  }
}
