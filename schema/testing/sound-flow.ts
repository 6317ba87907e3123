import fc from 'fast-check'
import type { Flow } from '../flow.ts'

interface Kind {
  type: string
  data: Record<string, unknown>
  outcomes: string[]
  /** It waits for the visitor or for a person: a way back from here is no endless loop. */
  waits: boolean
}

const kind = (type: string, data: Record<string, unknown>, outcomes: string[], waits: boolean): Kind => ({
  type,
  data,
  outcomes,
  waits,
})
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

const kinds: fc.Arbitrary<Kind> = fc.oneof(
  fc.constant(kind('message', { text: 'Hello' }, ['next'], false)),
  fc
    .boolean()
    .map((optional) =>
      kind(
        'question',
        { question: 'What?', variable: 'item', ...(optional ? { optional } : {}) },
        ['answered', ...(optional ? ['skipped'] : []), 'gave-up'],
        true,
      ),
    ),
  fc.integer({ min: 0, max: 3 }).map((count) => {
    const ids = Array.from({ length: count }, (_, index) => `c${index}`)
    return kind('condition', { cases: ids.map((id) => ({ id, when: 'contact.turns > 1' })) }, [...ids, 'else'], false)
  }),
  fc.integer({ min: 0, max: 3 }).map((count) => {
    const intents = Array.from({ length: count }, (_, index) => ({
      id: `intent_${index}`,
      label: 'x',
      examples: ['x'],
    }))
    return kind('intent-capture', { question: 'What?', intents }, [...intents.map(({ id }) => id), 'other'], true)
  }),
  fc.constant(kind('set-variables', { assignments: [{ variable: 'count', value: '1' }] }, ['next'], false)),
  fc.constant(kind('http-action', { connection: 'rms' }, ['succeeded', 'failed'], false)),
  fc.constant(kind('rag-answer', { ask: 'What?' }, ['answered', 'not-answered'], true)),
  fc.constant(kind('office-hours', { department: 'control-room', week }, ['open', 'closed'], false)),
  fc.constant(kind('route', { rules: [{ id: 'r', department: 'control-room' }] }, ['r', 'else'], false)),
  fc
    .boolean()
    .map((urgent) =>
      kind(
        'handover',
        { department: 'control-room', ...(urgent ? { priority: 'emergency' } : {}) },
        ['resolved', 'returned', ...(urgent ? [] : ['unavailable'])],
        true,
      ),
    ),
  fc
    .boolean()
    .map((third) =>
      kind(
        'safety-check',
        { question: 'Danger?', yes: 'Yes', no: 'No', ...(third ? { third: 'Harm' } : {}) },
        ['safe', 'emergency', ...(third ? ['safeguarding'] : [])],
        true,
      ),
    ),
  fc.constant(
    kind(
      'interview',
      {
        fields: [
          { id: 'f', label: 'What?', variable: 'item' },
          { id: 'g', label: 'Where?', variable: 'item' },
        ],
      },
      ['completed', 'gave-up'],
      true,
    ),
  ),
  fc.constant(kind('survey', { question: 'How?' }, ['completed', 'skipped'], true)),
)

/**
 * Flows without a fault: a line of nodes from start to end, in which every other outcome leads on or, from a node that
 * waits, back to anywhere after the start.
 */
export const soundFlow: fc.Arbitrary<Flow> = fc
  .tuple(fc.array(kinds, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat({ max: 1_000 })), fc.boolean())
  .map(([list, numbers, odd]) => {
    const pick = () => Number(numbers.next().value)
    const ids = list.map((_, index) => (odd && index === 0 ? 'constructor' : `n${index}`))
    const all = ['start', ...ids, 'end']
    const edges = list.flatMap(({ outcomes, waits }, index) =>
      outcomes.map((sourceHandle, way) => {
        const onward = all.slice(index + 2)
        const choices = waits ? all.slice(1) : onward
        const target = way === 0 ? onward[0] : choices[pick() % choices.length]
        return { source: ids[index] ?? '', sourceHandle, target: target ?? 'end' }
      }),
    )
    const node = (id: string, type: string, data: Record<string, unknown>, x: number) => ({
      id,
      type,
      version: 1,
      position: { x, y: 0 },
      data,
    })
    return {
      format: 'signpost.flow/1',
      id: odd ? (ids.at(-1) ?? 'sound') : 'sound',
      name: 'Sound',
      locales: ['en-GB'],
      variables: [
        { name: 'item', type: 'text' },
        { name: 'count', type: 'number' },
      ],
      nodes: [
        node('start', 'start', {}, 0),
        ...list.map(({ type, data }, index) => node(ids[index] ?? '', type, data, index + 1)),
        node('end', 'end', {}, 99),
      ],
      edges: [{ source: 'start', sourceHandle: 'next', target: all[1] ?? 'end' }, ...edges].map((edge, index) => ({
        id: `e${index}`,
        ...edge,
      })),
      tests: [],
      notes: [],
    }
  })
