import type { Flow } from '../../schema/flow.ts'

/** A flow for tests: nodes are `[id, type, data]`, edges `source.outcome > target`. */
export function toFlow(
  nodes: readonly (readonly [string, string, Record<string, unknown>?])[],
  edges: readonly string[],
  more: Partial<Flow> = {},
): Flow {
  return {
    format: 'signpost.flow/1',
    id: 'sample',
    name: 'Sample',
    locales: ['en-GB'],
    variables: [],
    nodes: nodes.map(([id, type, data = {}], index) => ({
      id,
      type,
      version: type === 'end' ? 2 : 1,
      position: { x: index * 240, y: 0 },
      data,
    })),
    edges: edges.map((edge, index) => {
      const [from = '', target = ''] = edge.split('>').map((part) => part.trim())
      const [source = '', sourceHandle = ''] = from.split('.')
      return { id: `e${index + 1}`, source, sourceHandle, target }
    }),
    tests: [],
    notes: [],
    ...more,
  }
}

/** Three questions after a greeting: the smallest flow that says, asks, remembers and ends. */
export const threeQuestions = toFlow(
  [
    ['start', 'start'],
    ['hello', 'message', { text: 'Hello. This is an automated chat.' }],
    ['what', 'question', { kind: 'text', question: 'What have you lost?', variable: 'item' }],
    ['where', 'question', { kind: 'text', question: 'Where did you lose your {{ item }}?', variable: 'place' }],
    ['sure', 'question', { kind: 'yes-no', question: 'Is that right?', variable: 'right' }],
    ['end', 'end', { text: 'Thank you. We will look for your {{ item }}.' }],
  ],
  [
    'start.next > hello',
    'hello.next > what',
    'what.answered > where',
    'what.gave-up > end',
    'where.answered > sure',
    'where.gave-up > end',
    'sure.answered > end',
    'sure.gave-up > end',
  ],
  {
    variables: [
      { name: 'item', type: 'text', label: 'Item' },
      { name: 'place', type: 'text', label: 'Where', personal: true },
      { name: 'right', type: 'boolean' },
    ],
  },
)
