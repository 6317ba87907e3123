import type { SimulatedTurn, Simulation } from '../../../schema/api/simulate.ts'
import type { World } from './world.ts'

const at = '2026-11-21T19:42:00.000Z'
const contact = { locale: 'en-GB', intent: '', verdict: 'none', department: '' }
const path = (...entries: string[]) =>
  entries.map((entry) => {
    const [node = '', event = ''] = entry.split(' ')
    return { node, event }
  })

/** Two turns of the sample flow, as the server plays them: for tests and stories. */
export const sampleWorld: World = {
  now: at,
  locale: undefined,
  operators: 2,
  http: {},
  actions: [{ input: { kind: 'choice', value: 'no' } }, { input: { kind: 'text', text: 'my bike got nicked' } }],
}

const opening: SimulatedTurn = {
  action: -1,
  at,
  cause: { kind: 'started' },
  events: [
    { seq: 1, at, type: 'message', from: 'flow', text: 'I can help. In danger, call 999.' },
    { seq: 2, at, type: 'message', from: 'flow', text: 'Is anyone in danger right now?' },
    {
      seq: 3,
      at,
      type: 'prompt',
      node: 'safety',
      expects: 'choice',
      choices: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
  ],
  path: path('start outcome.next', 'welcome outcome.next', 'safety step.wait'),
  node: 'safety',
  state: 'safety.waiting',
  values: {},
  changed: [],
  contact,
}

export const samplePlayed: Simulation = {
  turns: [
    opening,
    {
      ...opening,
      action: 0,
      cause: { kind: 'visitor', input: { kind: 'choice', value: 'no' } },
      events: [
        { seq: 4, at, type: 'message', from: 'visitor', text: 'No' },
        { seq: 5, at, type: 'message', from: 'flow', text: 'What would you like to tell us about?' },
        { seq: 6, at, type: 'prompt', node: 'intent', expects: 'text', free: true },
      ],
      path: path('safety node.happened', 'safety outcome.safe', 'intent step.wait'),
      node: 'intent',
      state: 'intent.waiting-idle',
    },
    {
      ...opening,
      action: 1,
      cause: { kind: 'visitor', input: { kind: 'text', text: 'my bike got nicked' } },
      events: [
        { seq: 7, at, type: 'message', from: 'visitor', text: 'my bike got nicked' },
        { seq: 8, at, type: 'message', from: 'flow', text: 'Where did it happen?' },
        {
          seq: 9,
          at,
          type: 'prompt',
          node: 'details',
          expects: 'fields',
          label: 'About the bicycle',
          optional: true,
          fields: [
            { id: 'where', label: 'Where did it happen?', kind: 'place' },
            { id: 'when', label: 'When?', kind: 'date', optional: true },
            { id: 'locked', label: 'Was it locked?', kind: 'yes-no' },
            {
              id: 'parts',
              label: 'What is missing?',
              kind: 'choices',
              choices: [{ value: 'wheel', label: 'A wheel' }],
            },
          ],
        },
      ],
      path: [
        ...path('intent node.happened'),
        {
          node: 'intent',
          event: 'outcome.theft_report',
          why: {
            words: '“Report a crime” fits the visitor’s words, most of all “my bike was stolen”.',
            looked: [
              { at: 'Report a crime', found: '94% sure', held: true },
              { at: 'Lost property', found: '3% sure', held: false },
              { at: 'Words that match', found: 'bike, nicked' },
            ],
          },
        },
        ...path('details step.wait'),
      ],
      node: 'details',
      state: 'details.waiting-idle',
      values: { own_words: 'my bike got nicked' },
      changed: ['own_words'],
      contact: { ...contact, intent: 'theft_report' },
      assessment: {
        verdict: 'none',
        category: 'ordinary',
        confidence: 0.94,
        evidence: [{ layer: 'words', span: [3, 7], rule: 'bike', explanation: 'An ordinary theft' }],
        detectorVersion: '1',
        ms: 0.2,
      },
    },
  ],
}

/** The same, but with somebody in danger and an operator there. */
export const sampleDanger: Simulation = {
  turns: [
    opening,
    {
      ...opening,
      action: 0,
      cause: { kind: 'visitor', input: { kind: 'text', text: 'he has a knife' } },
      events: [
        { seq: 4, at, type: 'message', from: 'visitor', text: 'he has a knife' },
        {
          seq: 5,
          at,
          type: 'advice',
          verdict: 'emergency',
          lines: ['**Call 999 now.**', 'If you cannot speak, press 55.'],
        },
        { seq: 6, at, type: 'queue', position: 0 },
        { seq: 7, at, type: 'operator', state: 'joined', name: 'Priya' },
        { seq: 8, at, type: 'message', from: 'operator', name: 'Priya', text: 'I am here. Are you safe?' },
      ],
      path: path('safety safety.emergency', '$emergency step.wait'),
      node: '$emergency',
      state: '$emergency.waiting',
      contact: { ...contact, verdict: 'emergency' },
      owner: 'Priya',
      assessment: {
        verdict: 'emergency',
        category: 'weapon',
        confidence: 0.99,
        evidence: [{ layer: 'words', span: [3, 14], rule: 'knife', explanation: 'Weapon seen now' }],
        detectorVersion: '1',
        ms: 0.3,
      },
    },
  ],
}
