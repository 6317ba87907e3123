import { z } from 'zod'
import { alertLevels } from '../alert-levels.ts'
import { Assessment, Verdict } from '../assessment.ts'
import { DepartmentId } from '../department.ts'
import { Event } from '../event.ts'
import { defineRoutes } from './route.ts'
import { Task } from './tasks.ts'

const ContactId = z.object({ id: z.string().max(64) })
const staff = ['operator', 'supervisor'] as const
const Person = z.object({ id: z.string(), name: z.string() })

export const ContactSummary = z.object({
  id: z.string(),
  /** The short number that staff say aloud. */
  number: z.int(),
  /** The visitor's, once the flow has asked for it. */
  name: z.string().nullable(),
  status: z.enum(['automated', 'waiting', 'with-operator', 'closed']),
  department: z.string().nullable(),
  priority: z.enum(['emergency', 'safeguarding', 'high', 'normal']),
  verdict: Verdict,
  /** Kind of danger of the gravest assessment, for example `coercive_control`. */
  category: z.string().nullable(),
  intent: z.string().nullable(),
  locale: z.string(),
  /** The visitor's last words, shortened. */
  lastWords: z.string(),
  startedAt: z.string(),
  waitingSince: z.string().nullable(),
  /** It was with somebody and came back: it goes before the others of its priority. */
  passed: z.boolean(),
  owner: Person.nullable(),
  ownerSince: z.string().nullable(),
  /** Since when the visitor waits for words of the owner. */
  askedAt: z.string().nullable(),
  /** The owner was silent for so long that the visitor was told. */
  silent: z.boolean(),
  /** Who supervises it at this moment. */
  watchers: z.array(Person),
  tags: z.array(z.string()),
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

/** What people of the force write to each other in a contact: the visitor never sees it. */
export const Note = z.object({
  id: z.string(),
  /** `whisper`: from who supervises to who answers. `transfer`: goes with a contact to its next team or person. */
  kind: z.enum(['note', 'whisper', 'transfer']),
  author: Person,
  text: z.string(),
  at: z.string(),
})
export type Note = z.infer<typeof Note>

/** A variable of the flow, as staff read it. */
export const Gathered = z.object({
  name: z.string(),
  label: z.string(),
  /** In words; '' where there is none. */
  value: z.string(),
  personal: z.boolean(),
  /** `asked`: the visitor was asked and has not said it. `open`: nobody has asked. */
  state: z.enum(['known', 'asked', 'open']),
  /** Where visitors choose it: what it can be, in words. One of these, or its words typed, corrects it. */
  choices: z.array(z.string()).optional(),
})
export type Gathered = z.infer<typeof Gathered>

/** Everything that is known about a contact beside its events. */
export const ContactFacts = ContactSummary.extend({
  /** What it is about, from the visitor's own words. '' while they have not written any. */
  summary: z.string(),
  /** In the order of the flow's variables. */
  gathered: z.array(Gathered),
  alerts: z.array(Alert),
  /** What somebody has to look at, and nobody has. */
  tasks: z.array(Task),
  notes: z.array(Note),
  /** Numbers of the last event that the visitor's browser took, and that they have certainly seen. */
  delivered: z.int(),
  read: z.int(),
})
export type ContactFacts = z.infer<typeof ContactFacts>

export const ContactDetail = ContactFacts.extend({ events: z.array(Event) })
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
  search: {
    id: 'contacts.search',
    method: 'get',
    path: '/api/contact-search',
    summary: 'Open and past contacts that one may see, newest first: by number, name, tag, or words that were said',
    access: staff,
    operation: 'consultation',
    query: z.object({
      text: z.string().max(200).optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      department: z.string().max(64).optional(),
      intent: z.string().max(64).optional(),
      tag: z.string().max(40).optional(),
    }),
    status: 200,
    response: z.object({ contacts: z.array(ContactSummary) }),
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
    body: z.object({
      key: z.uuid(),
      text: z.string().min(1).max(4_000),
      /** What was suggested meanwhile, and the one that was put in, as it was: from it the next are ranked. */
      offered: z
        .object({
          keys: z.array(z.string().max(100)).max(10),
          used: z.object({ key: z.string().max(100), text: z.string().max(4_000) }).optional(),
        })
        .optional(),
    }),
    status: 200,
    response: ok,
  },
  giveBack: {
    id: 'contacts.return',
    method: 'post',
    path: '/api/contacts/{id}/return',
    summary: 'Hand the contact back to the flow, at a node of it or where it came from',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    body: z.object({ node: z.string().max(500).optional() }),
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
  transfer: {
    id: 'contacts.transfer',
    method: 'post',
    path: '/api/contacts/{id}/transfer',
    summary: 'Into the queue of another department, with a note for whoever picks it up',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    body: z.object({ department: DepartmentId, note: z.string().max(2_000).optional() }),
    status: 200,
    response: ok,
  },
  assign: {
    id: 'contacts.assign',
    method: 'post',
    path: '/api/contacts/{id}/assign',
    summary: 'To a person who is there: a colleague, or oneself when one supervises',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    body: z.object({ person: z.string().max(64), note: z.string().max(2_000).optional() }),
    status: 200,
    response: ok,
  },
  places: {
    id: 'contacts.places',
    method: 'get',
    path: '/api/contacts/{id}/places',
    summary: 'Steps of the flow that the contact can be handed back to',
    access: staff,
    operation: 'none',
    params: ContactId,
    status: 200,
    response: z.object({ places: z.array(z.object({ node: z.string(), name: z.string() })) }),
  },
  note: {
    id: 'contacts.note',
    method: 'post',
    path: '/api/contacts/{id}/notes',
    summary: 'Write something that only staff see; from who supervises it is a whisper',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    body: z.object({ text: z.string().min(1).max(2_000) }),
    status: 200,
    response: Note,
  },
  correct: {
    id: 'contacts.correct',
    method: 'put',
    path: '/api/contacts/{id}/gathered/{name}',
    summary: 'Put right what was gathered',
    access: staff,
    operation: 'alteration',
    params: ContactId.extend({ name: z.string().max(64) }),
    body: z.object({ value: z.string().max(4_000) }),
    status: 200,
    response: ok,
  },
  tags: {
    id: 'contacts.tags',
    method: 'put',
    path: '/api/contacts/{id}/tags',
    summary: 'The tags of a contact, all of them',
    access: staff,
    operation: 'alteration',
    params: ContactId,
    body: z.object({ tags: z.array(z.string().trim().min(1).max(40)).max(20) }),
    status: 200,
    response: z.object({ tags: z.array(z.string()) }),
  },
  watch: {
    id: 'contacts.watch',
    method: 'put',
    path: '/api/contacts/{id}/watch',
    summary: 'Look over a colleague’s shoulder, and stop it again. They see it',
    access: ['supervisor'],
    operation: 'consultation',
    params: ContactId,
    body: z.object({ watching: z.boolean() }),
    status: 200,
    response: z.object({ ok: z.literal(true) }),
  },
  typing: {
    id: 'contacts.typing',
    method: 'post',
    path: '/api/contacts/{id}/typing',
    summary: 'The visitor sees that you are writing',
    access: staff,
    operation: 'none',
    params: ContactId,
    status: 204,
  },
  see: {
    id: 'contacts.see',
    method: 'put',
    path: '/api/contacts/{id}/seen',
    summary: 'The visitor’s words up to this number stood before you: their page says "Read"',
    access: staff,
    operation: 'none',
    params: ContactId,
    body: z.object({ seq: z.int().min(1) }),
    status: 204,
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
    media: ['text/event-stream'],
  },
})
