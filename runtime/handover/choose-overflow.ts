import type { DepartmentState } from '../../nodes/kit/node-runtime.ts'
import type { Department } from '../../schema/department.ts'
import type { Team } from '../contact/cause.ts'
import type { WaitingContact } from './choose-operator.ts'

const minute = 60_000

/**
 * Where a contact that waits goes on to, by the rules of its department; undefined where it stays. An emergency stays at
 * the head, because everybody sees it. A contact of danger does not leave for reasons of hours. Nothing goes to a
 * department that could not serve it either. That a department is full is seen to before a contact joins its queue: what
 * waits in it already is part of what fills it.
 */
export function chooseOverflow(
  { department, priority }: Pick<WaitingContact, 'department' | 'priority'>,
  waitedMs: number,
  departments: readonly DepartmentState[],
  settings: readonly Department[],
): { to: Team; why: string } | undefined {
  if (priority === 'emergency') return undefined
  const overflow = settings.find(({ id }) => id === department)?.overflow
  const from = departments.find(({ id }) => id === department)
  const to = departments.find(({ id }) => id === overflow?.to)
  if (!overflow || !from || !to || !to.open || to.full || to.operators === 0) return undefined
  const holds = {
    closed: !from.open && priority !== 'safeguarding',
    full: false,
    'nobody-there': from.open && from.operators === 0,
    waiting: waitedMs >= overflow.afterMinutes * minute,
  }
  const why = overflow.when.find((reason) => holds[reason])
  return why && { to: { id: to.id, name: to.name }, why: `overflow-${why}` }
}
