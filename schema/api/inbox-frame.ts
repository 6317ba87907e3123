import { z } from 'zod'
import { Event } from '../event.ts'
import { Colleague } from './colleagues.ts'
import { Alert, ContactFacts, ContactSummary } from './inbox.ts'
import { DeskWarning } from './warnings.ts'

/** What the stream of the inbox carries: everything first, then what changes, and the contacts that one has or watches. */
export const InboxFrame = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('board'),
    data: z.object({
      contacts: z.array(ContactSummary),
      alerts: z.array(Alert),
      colleagues: z.array(Colleague),
      warnings: z.array(DeskWarning),
    }),
  }),
  z.object({
    event: z.literal('change'),
    data: z.object({
      contacts: z.array(ContactSummary),
      /** Ids of contacts that are closed, or that the person may no longer see. */
      gone: z.array(z.string()),
      alerts: z.array(Alert).optional(),
      colleagues: z.array(Colleague).optional(),
      warnings: z.array(DeskWarning).optional(),
    }),
  }),
  z.object({
    event: z.literal('contact'),
    /** `after`: number of the event before the first of `events`; 0 when they are all there are. */
    data: z.object({ after: z.int(), facts: ContactFacts, events: z.array(Event) }),
  }),
  z.object({ event: z.literal('typing'), data: z.object({ id: z.string() }) }),
  /** Comes every few seconds. A browser answers it with `colleagues.here`, and so is known to be reached. */
  z.object({ event: z.literal('beat'), data: z.object({ stream: z.uuid() }) }),
])
export type InboxFrame = z.infer<typeof InboxFrame>
