import type { Event } from '../../schema/event.ts'

/** The events that this widget holds: each number once, in order. */
export interface EventLog {
  readonly events: readonly Event[]
  /** Every event up to this number is here, so a stream may go on after it. */
  readonly through: number
}

export const emptyLog: EventLog = { events: [], through: 0 }

/** `log` with those of `incoming` that it did not hold yet; the same object when it held them all. */
export function addEvents(log: EventLog, incoming: readonly Event[]): EventLog {
  const held = new Set(log.events.map((event) => event.seq))
  const fresh = incoming.filter((event) => event.seq > 0 && !held.has(event.seq) && held.add(event.seq))
  if (fresh.length === 0) return log
  const events = [...log.events, ...fresh].sort((a, b) => a.seq - b.seq)
  let through = log.through
  while (held.has(through + 1)) through++
  return { events, through }
}
