import type { ContactDetail, Note } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'

/** How far the operator's last words have come. */
export type Mark = 'sent' | 'delivered' | 'read'

/** A line of the talk as staff read it. */
export type Entry =
  | { key: string; kind: 'event'; event: Event; mark?: Mark }
  | { key: string; kind: 'note'; note: Note }

/**
 * Events and notes in the order of time, without those that say nothing to staff: where the contact stands in a queue is
 * on its clock. The last words of the operator carry how far they have come.
 */
export function toEntries({ events, notes, delivered, read }: ContactDetail): Entry[] {
  const last = events.findLast((event) => event.type === 'message' && event.from === 'operator')
  const mark: Mark | undefined = !last
    ? undefined
    : last.seq <= read
      ? 'read'
      : last.seq <= delivered
        ? 'delivered'
        : 'sent'
  const lines: (Entry & { at: string })[] = [
    ...events
      .filter(({ type }) => type !== 'queue')
      .map((event) => ({
        key: `e${event.seq}`,
        kind: 'event' as const,
        event,
        at: event.at,
        ...(event === last && mark ? { mark } : {}),
      })),
    ...notes.map((note) => ({ key: note.id, kind: 'note' as const, note, at: note.at })),
  ]
  // A note that was written in the same instant as an event stands after it. The sort keeps what is equal in its order.
  return lines.sort((a, b) => a.at.localeCompare(b.at)).map(({ at: _at, ...entry }) => entry)
}

/** What can be searched in an entry. */
export function textOf(entry: Entry): string {
  if (entry.kind === 'note') return entry.note.text
  return entry.event.type === 'message' ? entry.event.text : ''
}
