import type { QueuePriority } from '../../nodes/kit/step.ts'
import type { Colleague } from '../../schema/api/colleagues.ts'
import { weigh } from './weigh.ts'

/** Somebody who may be given a contact. */
export interface Candidate extends Colleague {
  /** When they were last given one, in milliseconds; 0 for never. */
  assignedAt: number
}

export interface WaitingContact {
  department: string
  priority: QueuePriority
  category: string | null
  locale: string
}

/**
 * Who is given `contact`: somebody who is available, works in its department (in an emergency: anybody), and has room
 * for what it weighs. Of those the one who speaks the visitor's language, then the least loaded, then whoever has waited
 * longest for one. In an emergency room does not count: it comes before whatever they have. A safeguarding contact that
 * would fill somebody, while nobody is empty, goes to whoever has any room: it must not wait for a quiet hour.
 */
export function chooseOperator<Person extends Candidate>(
  contact: WaitingContact,
  people: readonly Person[],
): Person | undefined {
  const language = contact.locale.split('-')[0] ?? ''
  const speaks = (person: Candidate) => language === 'en' || person.languages.includes(language)
  const emergency = contact.priority === 'emergency'
  const there = people.filter(
    (person) =>
      person.state === 'available' &&
      (emergency || person.departments.some(({ department }) => department === contact.department)),
  )
  const withRoom = there.filter((person) => person.load + weigh(contact, person.limit) <= person.limit)
  const anyRoom = contact.priority === 'safeguarding' ? there.filter((person) => person.load < person.limit) : withRoom
  const [best] = [...(emergency ? there : withRoom.length > 0 ? withRoom : anyRoom)].sort(
    (a, b) =>
      Number(speaks(b)) - Number(speaks(a)) || a.load / a.limit - b.load / b.limit || a.assignedAt - b.assignedAt,
  )
  return best
}
