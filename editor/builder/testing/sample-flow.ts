import type { Flow, FlowNode } from '../../../schema/flow.ts'

const node = (id: string, type: string, x: number, y: number, data: Record<string, unknown>): FlowNode => ({
  id,
  type,
  version: 1,
  position: { x, y },
  data,
})
const words = (english: string, welsh = '') => ({ 'en-GB': english, 'cy-GB': welsh })

/** One node of every type, some with problems: what the stories of the builder show. */
export const sampleFlow: Flow = {
  format: 'signpost.flow/1',
  id: '101-web-chat',
  name: '101 web chat',
  locales: ['en-GB', 'cy-GB'],
  variables: [
    { name: 'report_number', type: 'reference', label: 'Report number' },
    { name: 'incident_place', type: 'place', personal: true },
    { name: 'own_words', type: 'text' },
    { name: 'hurt', type: 'boolean' },
  ],
  nodes: [
    node('frame', 'note', 448, 40, { text: 'Incident report', frame: { width: 432, height: 200 } }),
    node('start', 'start', 16, 64, { name: 'Website visitor' }),
    node('welcome', 'message', 16, 160, {
      name: 'Welcome',
      text: words('I can help. In danger, call 999.', 'Ffoniwch 999.'),
    }),
    node('safety', 'safety-check', 16, 256, {
      name: 'Anyone in danger?',
      question: words('Is anyone in danger right now?', 'Oes rhywun mewn perygl nawr?'),
      yes: words('Yes', 'Oes'),
      no: words('No', 'Nac oes'),
    }),
    node('intent', 'intent-capture', 240, 64, {
      name: 'What is it about?',
      question: words('What would you like to tell us about?', 'Am beth?'),
      menu: true,
      intents: [
        { id: 'theft_report', label: words('Report a crime'), examples: ['my bike was stolen'] },
        { id: 'lost_property', label: words('Lost property', 'Eiddo coll'), examples: [] },
      ],
    }),
    node('details', 'interview', 464, 80, {
      name: 'Incident details',
      fields: [
        { id: 'where', label: words('Where did it happen?', 'Ble?'), variable: 'incident_place', kind: 'place' },
      ],
      style: 'one-by-one',
      review: true,
      tries: 3,
      idleHours: 20,
    }),
    node('submit', 'http-action', 688, 80, {
      name: 'Submit report',
      connection: 'records',
      method: 'POST',
      path: ['reports'],
      query: [],
      body: [{ field: 'place', value: 'incident_place' }],
      save: [{ from: 'reference', variable: 'report_number' }],
      timeoutSeconds: 8,
      tries: 2,
    }),
    node('ask', 'question', 464, 272, {
      name: 'Leave details',
      question: words('How can we reach you?'),
      kind: 'choice',
      choices: [{ value: 'phone', label: words('By phone') }],
      tries: 3,
      idleHours: 20,
    }),
    node('answer', 'rag-answer', 240, 272, { name: 'Find an answer', collections: [], helped: true, idleHours: 20 }),
    node('condition', 'condition', 688, 272, { cases: [{ id: 'case-1', label: 'Somebody is hurt', when: 'hurt' }] }),
    node('set', 'set-variables', 688, 400, { assignments: [{ variable: 'own_words', value: '"theft" + 1' }] }),
    node('hours', 'office-hours', 464, 432, {
      name: 'Digital desk hours',
      week: { mon: [{ from: '08:00', to: '22:00' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      special: [],
    }),
    node('route', 'route', 912, 160, {
      name: 'Pick department',
      rules: [{ id: 'crime', label: 'Crime desk', department: 'crime-desk', intents: ['theft_report'] }],
      whenClosed: 'first',
    }),
    node('operator', 'handover', 912, 304, {
      name: 'Talk to an operator',
      priority: 'normal',
      words: {},
      reassureSeconds: 60,
      offerSeconds: 120,
      closeSeconds: 300,
    }),
    node('call', 'call-flow', 240, 432, { flow: 'lost-property' }),
    node('survey', 'survey', 912, 460, {
      name: 'How did we do?',
      question: words('How did we do?', 'Sut wnaethon ni?'),
      csat: true,
      nps: false,
      comment: true,
      always: false,
      idleHours: 1,
    }),
    node('end', 'end', 912, 600, { name: 'Close contact', end: 'done', reason: 'answered' }),
    node('note', 'note', 16, 432, { text: 'Lost property wording\nAgreed on 12 November.' }),
    node('old', 'legacy-thing', 16, 560, { name: 'Old thing' }),
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'welcome' },
    { id: 'e2', source: 'welcome', sourceHandle: 'next', target: 'safety' },
    { id: 'e3', source: 'safety', sourceHandle: 'safe', target: 'intent' },
    { id: 'e4', source: 'intent', sourceHandle: 'theft_report', target: 'details' },
    { id: 'e5', source: 'intent', sourceHandle: 'other', target: 'answer' },
    { id: 'e6', source: 'details', sourceHandle: 'completed', target: 'submit' },
    { id: 'e7', source: 'submit', sourceHandle: 'succeeded', target: 'route' },
    { id: 'e8', source: 'survey', sourceHandle: 'completed', target: 'end' },
  ],
  tests: [],
  notes: [],
}
