import type { Session, Site } from '../../schema/api/admin.ts'
import type { Colleague } from '../../schema/api/colleagues.ts'
import type { FlowSummary, Template } from '../../schema/api/flows.ts'
import type { Alert, ContactDetail, ContactSummary } from '../../schema/api/inbox.ts'
import type { Person } from '../../schema/api/people.ts'
import type { Connection } from '../../schema/connection.ts'
import { type Department, usualDepartment } from '../../schema/department.ts'
import type { FlowPicture } from '../../schema/flow-picture.ts'

/** A fictional force's data, for stories and tests. */
export const session: Session = {
  user: {
    id: 'u1',
    name: 'Priya Nair',
    email: 'priya.nair@northmoor.example',
    roles: ['operator', 'designer', 'admin'],
  },
  force: { id: 'f1', name: 'Northmoor Police' },
}

export const contactSummary = (parts: Partial<ContactSummary> = {}): ContactSummary => ({
  id: 'ctc_1',
  number: 48_205,
  name: null,
  status: 'waiting',
  department: 'neighbourhood',
  priority: 'normal',
  verdict: 'none',
  category: null,
  intent: 'antisocial_behaviour',
  locale: 'en-GB',
  lastWords: 'Off-road bikes at Fell Park again',
  startedAt: '2026-11-21T19:30:00Z',
  waitingSince: '2026-11-21T19:38:00Z',
  passed: false,
  owner: null,
  ownerSince: null,
  askedAt: null,
  silent: false,
  watchers: [],
  tags: [],
  ...parts,
})

export const alert = (parts: Partial<Alert> = {}): Alert => ({
  id: 'alr_1',
  contact: 'ctc_9',
  number: 48_213,
  verdict: 'emergency',
  words: 'hes come back and hes got a knife, im locked in the bathroom with the kids',
  assessment: {
    verdict: 'emergency',
    category: 'weapon',
    confidence: 0.98,
    evidence: [
      { layer: 'words', span: [18, 33], rule: 'weapon-now', explanation: 'Weapon seen now' },
      { layer: 'words', span: [35, 60], rule: 'intruder', explanation: 'Hiding from somebody' },
    ],
    detectorVersion: '1',
  },
  raisedAt: '2026-11-21T19:41:07Z',
  adviceShownAt: '2026-11-21T19:41:07Z',
  acknowledgedAt: null,
  acknowledgedBy: null,
  level: 'on-duty',
  escalatesAt: null,
  ...parts,
})

const at = (time: string) => `2026-11-21T${time}:00Z`

export const contactDetail = (parts: Partial<ContactDetail> = {}): ContactDetail => ({
  ...contactSummary({
    id: 'ctc_2',
    number: 48_188,
    status: 'with-operator',
    owner: { id: 'u1', name: 'Priya Nair' },
    intent: 'theft_report',
  }),
  events: [
    {
      seq: 1,
      at: at('19:29'),
      type: 'message',
      from: 'flow',
      text: 'You are talking to an **automated** assistant. Is anybody in danger now?',
    },
    {
      seq: 2,
      at: at('19:29'),
      type: 'prompt',
      node: 'safety',
      expects: 'choice',
      label: 'Is anybody in danger now?',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
    { seq: 3, at: at('19:30'), type: 'message', from: 'visitor', text: 'No' },
    { seq: 4, at: at('19:31'), type: 'message', from: 'visitor', text: 'my bike was stolen outside the library' },
    {
      seq: 5,
      at: at('19:31'),
      type: 'message',
      from: 'flow',
      text: 'Your report is in. Your reference is **NM/26/119847**.\n\n- Keep it safe\n- Tell your insurer',
    },
    { seq: 6, at: at('19:32'), type: 'queue', position: 2, wait_seconds: 120 },
    { seq: 7, at: at('19:33'), type: 'operator', state: 'joined', name: 'Priya Nair' },
    {
      seq: 8,
      at: at('19:33'),
      type: 'message',
      from: 'operator',
      name: 'Priya Nair',
      text: 'Hi Callum, I’ve got everything you told us.',
    },
    {
      seq: 9,
      at: at('19:35'),
      type: 'message',
      from: 'visitor',
      text: 'cheers. will someone check the library cameras?',
    },
  ],
  gathered: [
    { name: 'reference', label: 'Reference', value: 'NM/26/119847', personal: false, state: 'known' },
    { name: 'item', label: 'Item', value: 'Trek Marlin 5, blue', personal: false, state: 'known' },
    {
      name: 'evidence',
      label: 'Camera',
      value: '',
      personal: false,
      state: 'open',
      choices: ['CCTV or a doorbell camera', 'Dashcam video'],
    },
    { name: 'phone', label: 'Phone', value: '07700 900 381', personal: true, state: 'known' },
    { name: 'place', label: 'Where', value: '', personal: false, state: 'asked' },
  ],
  alerts: [],
  tasks: [],
  notes: [],
  summary: 'My bike was stolen outside the library. Will someone check the library cameras?',
  delivered: 8,
  read: 8,
  ...parts,
})

const picture: FlowPicture = {
  boxes: [
    [20, 46, 36, 24, 'safety'],
    [76, 30, 36, 56, 'decide'],
    [154, 22, 36, 20, 'talk'],
    [154, 76, 36, 20, 'connect'],
  ],
  lines: [
    [56, 58, 76, 58],
    [112, 40, 154, 32],
    [112, 74, 154, 86],
  ],
}

export const flowSummary = (parts: Partial<FlowSummary> = {}): FlowSummary => ({
  id: '101-non-emergency',
  name: '101 non-emergency contact',
  description: 'The whole journey: safety, intent, guidance, handover, survey.',
  locales: ['en-GB', 'cy-GB'],
  nodes: 34,
  tags: ['101'],
  picture,
  live: 14,
  changed: true,
  savedAt: '2026-11-21T14:32:00Z',
  savedBy: 'Meera Shah',
  running: 212,
  ...parts,
})

export const templates: Template[] = [
  {
    id: '101',
    name: '101 web chat',
    description: 'Safety check, reasons for contact, answers, reports and handover.',
    nodes: 16,
    locales: ['en-GB', 'cy-GB'],
    picture,
  },
  {
    id: 'report',
    name: 'Report only',
    description: 'Safety check, one form with a review step, and a reference number.',
    nodes: 8,
    locales: ['en-GB'],
    picture,
  },
  {
    id: 'people',
    name: 'People only',
    description: 'Safety check, pick a department, and straight to an operator.',
    nodes: 6,
    locales: ['en-GB'],
    picture,
  },
]

export const site: Site = {
  id: 'site_1',
  name: 'Northmoor Police',
  key: 'site_4kq9mz',
  origins: ['https://www.northmoor.example'],
  flow: '101-non-emergency',
  exitUrl: 'https://www.bbc.co.uk/weather',
  escape: 'leave',
  brand: { background: '#7fb0e8', text: '#ffffff' },
}

export const colleague = (parts: Partial<Colleague> = {}): Colleague => ({
  id: 'u1',
  name: 'Priya Nair',
  state: 'available',
  departments: [{ department: 'neighbourhood', role: 'operator' }],
  contacts: 4,
  load: 4,
  limit: 5,
  languages: [],
  ...parts,
})

export const colleagues: Colleague[] = [
  colleague(),
  colleague({ id: 'u2', name: 'Tom Ashworth', contacts: 2 }),
  colleague({ id: 'u3', name: 'Insp. Marsh', departments: [{ department: 'neighbourhood', role: 'supervisor' }] }),
  colleague({ id: 'u4', name: 'Sioned Parry', state: 'busy', languages: ['cy'] }),
  colleague({ id: 'u5', name: 'Dev Patel', state: 'offline', contacts: 0 }),
]

export const person = (parts: Partial<Person> = {}): Person => ({
  id: 'u1',
  name: 'Priya Nair',
  email: 'priya.nair@northmoor.example',
  roles: ['operator', 'designer', 'admin'],
  memberships: [{ department: 'neighbourhood', role: 'operator', limit: null }],
  disabled: false,
  twoFactor: true,
  seenAt: '2026-11-21T19:41:00Z',
  ...parts,
})

const weekday = [{ opens: '08:00', closes: '22:00' }]
export const departments: Department[] = [
  {
    ...usualDepartment,
    id: 'neighbourhood',
    name: 'Neighbourhood',
    hours: [weekday, weekday, weekday, weekday, weekday, [{ opens: '09:00', closes: '17:00' }], []],
  },
  {
    ...usualDepartment,
    id: 'safeguarding',
    name: 'Safeguarding',
    safeguardingWords: { 'en-GB': 'A person is reading this now.' },
  },
]

export const connection: Connection = {
  id: 'northmoor-records',
  name: 'Northmoor records',
  origin: 'https://records.northmoor.example',
  addresses: ['10.0.0.0/8'],
  paths: ['POST /reports', 'GET /reports/{reference}', 'POST /reports/{reference}/notes'],
  timeoutSeconds: 10,
  largestKb: 256,
  idempotent: true,
  actions: [
    {
      id: 'create-incident',
      name: 'Create an incident',
      method: 'POST',
      path: 'reports',
      reference: 'reference',
      fields: [
        { label: 'Kind', place: 'body', to: 'type', from: { value: 'incident' }, optional: false },
        {
          label: 'What happened',
          place: 'body',
          to: 'description',
          from: { variable: 'what_happened' },
          optional: false,
        },
        { label: 'Phone', place: 'body', to: 'person.phone', from: { variable: 'phone' }, optional: true },
      ],
    },
    {
      id: 'look-up-report',
      name: 'Look up a report',
      method: 'GET',
      path: 'reports/{reference}',
      reference: '',
      fields: [
        { label: 'Reference', place: 'path', to: 'reference', from: { variable: 'reference' }, optional: false },
      ],
    },
  ],
  hasCredential: true,
}
