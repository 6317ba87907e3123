import type { ContactDetail, ContactSummary } from '../../schema/api/inbox.ts'

/** How a clock stands to its target: within it, in its last quarter, over it; or nobody waits. */
export type ClockTone = 'ok' | 'soon' | 'late' | 'idle'

/** How long somebody may wait in the queue, in seconds. In an emergency every second is late. */
const waitTarget: Record<ContactSummary['priority'], number> = {
  emergency: 0,
  safeguarding: 75,
  high: 120,
  normal: 180,
}
/** How long a visitor may wait for an answer of the person they talk to. After this they are told what else they can do. */
const answerTarget = 120

export function toneOf(seconds: number, target: number): ClockTone {
  if (seconds >= target) return 'late'
  return seconds >= target * 0.75 ? 'soon' : 'ok'
}

export function waitTone(contact: ContactSummary, now: number): ClockTone {
  const seconds = contact.waitingSince === null ? 0 : (now - Date.parse(contact.waitingSince)) / 1_000
  return toneOf(seconds, waitTarget[contact.priority])
}

/** What the clock of a tile runs from: since when the visitor waits for words, or since when they have been silent. */
export function tileClock(
  contact: ContactDetail,
  now: number,
): { since: string; tone: ClockTone; means: string } | undefined {
  if (contact.status === 'waiting' && contact.waitingSince)
    return { since: contact.waitingSince, tone: waitTone(contact, now), means: 'Waiting for a person' }
  if (contact.status !== 'with-operator') return undefined
  if (contact.askedAt) {
    const seconds = (now - Date.parse(contact.askedAt)) / 1_000
    return { since: contact.askedAt, tone: toneOf(seconds, answerTarget), means: 'Waiting for an answer' }
  }
  const answered = contact.events.findLast((event) => event.type === 'message' && event.from === 'operator')
  return answered && { since: answered.at, tone: 'idle', means: 'No answer from the visitor' }
}
