import { z } from 'zod'
import { Event } from '../event.ts'
import { Input } from '../input.ts'
import { Locale } from '../text.ts'
import { defineRoutes } from './route.ts'

const ContactId = z.object({ id: z.string().max(64) })

/** How a site's widget looks and behaves: everything it needs before the first contact. */
export const WidgetSettings = z.object({
  force: z.string(),
  locales: z.array(Locale),
  /** CSS colours of the header; checked for contrast by the server. */
  brand: z.object({ background: z.string(), text: z.string() }).optional(),
  /** Where "Leave this page quickly" goes. */
  exitUrl: z.string(),
  /** What Escape does with the focus inside the chat. */
  escape: z.enum(['leave', 'make-small']),
  /** Page addresses that may talk to the frame. */
  origins: z.array(z.string()),
  /** The force's own number for non-emergencies, shown when nothing else works. */
  nonEmergency: z.string(),
})
export type WidgetSettings = z.infer<typeof WidgetSettings>

export const StartedContact = z.object({
  contact: z.object({ id: z.string() }),
  token: z.string(),
  events: z.array(Event),
})
export type StartedContact = z.infer<typeof StartedContact>

export const AcceptedInput = z.object({
  accepted: z.literal(true),
  /** Number of the last event that this input caused. */
  seq: z.int(),
  events: z.array(Event),
})
export type AcceptedInput = z.infer<typeof AcceptedInput>

/** The public surface. Its paths and bodies are fixed by contract; what is optional here was added beside it. */
export const widgetRoutes = defineRoutes({
  settings: {
    id: 'widget.settings',
    method: 'get',
    path: '/api/widget/sites/{key}',
    summary: 'What a site’s widget needs to draw itself',
    access: 'public',
    operation: 'none',
    params: z.object({ key: z.string().max(64) }),
    limits: { perAddress: [{ burst: 60, seconds: 1 }], atOnce: 20, within: 5 },
    status: 200,
    response: WidgetSettings,
  },
  start: {
    id: 'widget.start',
    method: 'post',
    path: '/api/widget/contacts',
    summary: 'Begin a contact',
    access: 'public',
    operation: 'collection',
    body: z.object({ site: z.string().max(64), locale: Locale.optional() }),
    maxBody: 4_096,
    limits: {
      perAddress: [
        { burst: 10, seconds: 6 },
        { burst: 60, seconds: 60 },
      ],
      overall: [{ burst: 100, seconds: 0.05 }],
      atOnce: 5,
      within: 5,
    },
    status: 201,
    response: StartedContact,
  },
  input: {
    id: 'widget.input',
    method: 'post',
    path: '/api/widget/contacts/{id}/inputs',
    summary: 'Say or choose something; the same key again gives the same answer',
    access: 'visitor',
    operation: 'collection',
    params: ContactId,
    body: z.object({
      key: z.uuid(),
      input: Input,
      /** `seq` of the prompt that is being answered. When another has come since, the input is kept but answers nothing. */
      prompt: z.int().optional(),
    }),
    maxBody: 65_536,
    limits: {
      perContact: [
        { burst: 8, seconds: 1 },
        { burst: 40, seconds: 2 },
      ],
      atOnce: 5,
      within: 5,
    },
    status: 200,
    response: AcceptedInput,
  },
  events: {
    id: 'widget.events',
    method: 'get',
    path: '/api/widget/contacts/{id}/events',
    summary: 'The events after a number: a stream, or a list without Accept: text/event-stream',
    access: 'visitor',
    operation: 'none',
    params: ContactId,
    query: z.object({ after: z.coerce.number().int().min(0).optional() }),
    limits: { perContact: [{ burst: 40, seconds: 1 }], atOnce: 3, within: 5 },
    status: 200,
    media: ['text/event-stream'],
    response: z.object({ events: z.array(Event) }),
  },
  file: {
    id: 'widget.file',
    method: 'post',
    path: '/api/widget/contacts/{id}/files',
    summary: 'Send a picture or PDF for a question that asks for one; its id is then the answer',
    access: 'visitor',
    operation: 'collection',
    params: ContactId,
    query: z.object({ name: z.string().min(1).max(200) }),
    maxBody: 10_485_760,
    limits: { perContact: [{ burst: 5, seconds: 720 }], atOnce: 2, within: 120 },
    status: 201,
    response: z.object({ file: z.object({ id: z.string(), name: z.string() }) }),
  },
  end: {
    id: 'widget.end',
    method: 'post',
    path: '/api/widget/contacts/{id}/end',
    summary: 'End the contact',
    access: 'visitor',
    operation: 'alteration',
    params: ContactId,
    body: z.object({ key: z.uuid() }),
    maxBody: 4_096,
    limits: { perContact: [{ burst: 5, seconds: 12 }], atOnce: 2, within: 5 },
    status: 200,
    response: AcceptedInput,
  },
})
