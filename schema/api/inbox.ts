import { z } from 'zod'
import { alertLevels } from '../alert-levels.ts'
import { Assessment, Verdict } from '../assessment.ts'
import { Event } from '../event.ts'
import { defineRoutes } from './route.ts'

const ContactId = z.object({ id: z.string().max(64) })
const staff = ['operator', 'supervisor'] as const

export const ContactSummary = z.object({
  id: z.string(),
  /** The short number that staff say aloud. */
  number: z.int(),
  status: z.enum(['automated', 'waiting', 'with-operator', 'closed']),
  department: z.string().nullable(),
  priority: z.enum(['emergency', 'safeguarding', 'high', 'normal']),
  verdict: Verdict,
  intent: z.string().nullable(),
  locale: z.string(),
  /** The visitor's last words, shortened. */
  lastWords: z.string(),
  startedAt: z.string(),
  waitingSince: z.string().nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type ContactSummary = z.infer<typeof ContactSummary>

export const Alert = z.object({
  id: z.string(),
  contact: z.string(),
  number: z.int(),
  verdict: z.enum(['emergency', 'safeguarding']),
  words: z.string(),
  assessment: Assessment,
  raisedAt: z.string(),
  adviceShownAt: z.string(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  level: z.enum(alertLevels),
  /** When the next level is told, unless somebody acknowledges it. Null when there is none, or somebody has. */
  escalatesAt: z.string().nullable(),
})
export type Alert = z.infer<typeof Alert>

export const ContactDetail = ContactSummary.extend({
  events: z.array(Event),
  /** What the flow has gathered, in the order of the flow's variables. */
  gathered: z.array(z.object({ name: z.string(), label: z.string(), value: z.string(), personal: z.boolean() })),
  alerts: z.array(Alert),
  tasks: z.array(z.object({ id: z.string(), text: z.string(), at: z.string() })),
})
export type ContactDetail = z.infer<typeof ContactDetail>

const ok = z.object({ ok: z.literal(true), seq: z.int() })

export const inboxRoutes = defineRoutes({
  contacts: {
    id: 'contacts.list',
    method: 'get',
    path: '/api/contacts',
    summary: 'Contacts that wait for a person, that are mine, or that run: emergencies first, then by waiting time',
    access: staff,
    operation: 'consultation',
    query: z.object({ state: z.enum(['open', 'waiting', 'mine', 'closed']).optional() }),
    status: 200,
    response: z.object({ contacts: z.array(ContactSummary), alerts: z.array(Alert) }),
  },
  contact: {
    id: 'contacts.get',
    method: 'get',
    path: '/api/contacts/{id}',
    summary: 'One contact with its whole log and what was gathered',
    access: staff,
    operation: 'consultation',
    params: ContactId,
    status: 200,
    response: ContactDetail,
  },
  claim: {
    id: 'contacts.claim',
    method: 'post',
    path: '/api/contacts/{id}/claim',
    summary: 'Pick a contact up; refused when somebody else has it',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    status: 200,
    response: ok,
  },
  say: {
    id: 'contacts.say',
    method: 'post',
    path: '/api/contacts/{id}/messages',
    summary: 'Write to the visitor; the same key again counts once',
    access: staff,
    operation: 'disclosure',
    params: ContactId,
    body: z.object({ key: z.uuid(), text: z.string().min(1).max(4_000) }),
    status: 200,
    response: ok,
  },
  giveBack: {
    id: 'contacts.return',
    method: 'post',
    path: '/api/contacts/{id}/return',
    summary: 'Hand the contact back to the flow',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    status: 200,
    response: ok,
  },
  close: {
    id: 'contacts.close',
    method: 'post',
    path: '/api/contacts/{id}/close',
    summary: 'Finish: the flow goes on with its survey and end, or the contact closes',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    body: z.object({ outcome: z.string().min(1).max(100) }),
    status: 200,
    response: ok,
  },
  acknowledge: {
    id: 'alerts.acknowledge',
    method: 'post',
    path: '/api/alerts/{id}/acknowledge',
    summary: 'Acknowledge an alert by name',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    status: 200,
    response: Alert,
  },
  stream: {
    id: 'inbox.stream',
    method: 'get',
    path: '/api/inbox/stream',
    summary: 'Server-sent wake-ups: which contact or alert changed',
    access: staff,
    operation: 'none',
    status: 200,
  },
})
