import { widgetRoutes } from '../../schema/api/widget.ts'
import { readEvents } from '../contact/take-turn.ts'
import { visitorExpiry } from '../contact/visitor-expiry.ts'
import { noteDelivered } from '../inbox/read-marks.ts'
import { typingEvent } from '../inbox/typing.ts'
import type { Services } from '../services.ts'
import { createWaiter, heartbeatMs, pollMs, streamFrames, toFrame } from './sse.ts'

/** Most events that are read at once: a long contact is sent in pieces. */
const page = 200

/**
 * The events of a contact from a number on, exactly: read from the log by their numbers, woken by the bus, and looked for
 * every two seconds where no wake-up comes. A number that the log has not reached gets `resync` and everything.
 */
export function streamContact(services: Services, contactId: string, after: number | 'unknown'): Response {
  const frames = async function* (signal: AbortSignal) {
    const waiter = createWaiter(signal)
    let writing = false
    let draft = ''
    const provisional = services.provisional.follow(contactId, waiter.wake)
    const stops = [
      provisional.stop,
      services.bus.subscribe(`contact:${contactId}`, waiter.wake),
      services.bus.subscribe(`typing:${contactId}:staff`, () => {
        writing = true
        waiter.wake()
      }),
    ]
    try {
      yield 'retry: 1000\n\n'
      if (after === 'unknown') yield toFrame({ event: 'resync', data: {} })
      let through = after === 'unknown' ? 0 : after
      let status = ''
      let sentAt = performance.now()
      while (!signal.aborted) {
        const events = await readEvents(services.db.read, contactId, through, through + page)
        for (const event of events) {
          yield toFrame({ id: event.seq, data: event })
          through = event.seq
        }
        if (events.length === page) continue
        if (events.some((event) => event.type === 'message' && event.from === 'operator'))
          noteDelivered(services, contactId, through)
        const typing = writing ? await typingEvent(services.db.read, contactId, services.clock.now()) : undefined
        writing = false
        if (typing) yield toFrame({ data: typing })
        const now = await readStatus(services, contactId)
        // The visitor's client comes back, and is told why it cannot go on.
        if (now === undefined) return
        // Danger, or a person who has come, ends what a model was writing, whatever it still writes.
        const written = now.startsWith('{"status":"automated"') ? provisional.markup() : ''
        if (written !== draft) yield toFrame({ event: 'provisional', data: written })
        draft = written
        if (now !== status) yield `event: status\ndata: ${now}\n\n`
        if (now !== status || events.length > 0) sentAt = performance.now()
        status = now
        if (performance.now() - sentAt > heartbeatMs - pollMs) {
          yield ': here\n\n'
          sentAt = performance.now()
        }
        await waiter.wait(pollMs)
      }
    } catch (error) {
      // The stream ends, and the browser comes back with the last number it has.
      services.log.error({ error }, 'a stream of events ended early')
    } finally {
      for (const stop of stops) stop()
    }
  }
  return streamFrames(frames, { of: contactId, most: widgetRoutes.events.limits.atOnce })
}

/**
 * How the contact stands, and up to which number whoever has it has read it, as JSON: sent on every connection, so that nobody goes on with an old picture. Undefined when
 * its visitor has no longer a right to it.
 */
async function readStatus({ db, clock }: Services, contactId: string): Promise<string | undefined> {
  const [row] = await db.read.all<{ status: string; seen: number; began: number; used: number }>(
    'SELECT status, seen_seq AS seen, created_at AS began, updated_at AS used FROM contacts WHERE id = ?',
    [contactId],
  )
  if (row && visitorExpiry(row, clock.now())) return undefined
  return JSON.stringify({ status: row?.status ?? 'closed', seen: row?.seen ?? 0 })
}
