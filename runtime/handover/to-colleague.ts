import type { Colleague } from '../../schema/api/colleagues.ts'
import type { Candidate } from './choose-operator.ts'

/** What colleagues see of each other. */
export function toColleague({ assignedAt: _assignedAt, ...colleague }: Candidate): Colleague {
  return colleague
}
