import type { Flow } from '../../schema/flow.ts'
import { toFlow } from '../testing/sample-flows.ts'

/** The ten-turn conversation: ten questions of free text, one after the other, each kept, then round again. */
export function tenTurns(): Flow {
  const asks = Array.from({ length: 10 }, (_, index) => `ask-${index + 1}`)
  return toFlow(
    [
      ['start', 'start'],
      ...asks.map(
        (id, index) =>
          [
            id,
            'question',
            {
              kind: 'text',
              question: `Thank you. What happened next? (${index + 1})`,
              variable: `answer_${index + 1}`,
            },
          ] as const,
      ),
      ['end', 'end'],
    ],
    [
      'start.next > ask-1',
      ...asks.map((id, index) => `${id}.answered > ${asks[(index + 1) % asks.length]}`),
      ...asks.map((id) => `${id}.gave-up > end`),
    ],
    {
      id: 'ten-turns',
      name: 'Ten turns',
      variables: asks.map((_, index) => ({ name: `answer_${index + 1}`, type: 'text' })),
    },
  )
}

/** A flow of `count` nodes: messages and questions in a row, each with its edges. */
export function longFlow(count: number): Flow {
  const ids = Array.from({ length: count - 2 }, (_, index) => `n${index}`)
  return toFlow(
    [
      ['start', 'start'],
      ...ids.map((id, index) =>
        index % 2 === 0
          ? ([id, 'message', { text: `Part ${index}.` }] as const)
          : ([id, 'question', { kind: 'text', question: `Question ${index}?` }] as const),
      ),
      ['end', 'end'],
    ],
    [
      'start.next > n0',
      ...ids.flatMap((id, index) => {
        const next = ids[index + 1] ?? 'end'
        return index % 2 === 0 ? [`${id}.next > ${next}`] : [`${id}.answered > ${next}`, `${id}.gave-up > end`]
      }),
    ],
  )
}

/** A flow of `count` cards as rich as they come, most with several ways out, in columns of 25, each led on to the next column. */
export function wideFlow(count: number): Flow {
  const rows = 25
  const ids = Array.from({ length: count - 2 }, (_, index) => `n${index}`)
  const kinds = [
    { type: 'question', data: { kind: 'text', question: 'What happened next?' }, outcomes: ['answered', 'gave-up'] },
    {
      type: 'condition',
      data: {
        cases: Array.from({ length: 4 }, (_, index) => ({ id: `case-${index}`, label: `Case ${index}`, when: 'true' })),
      },
      outcomes: ['case-0', 'case-1', 'case-2', 'case-3', 'else'],
    },
    { type: 'http-action', data: { connection: 'records', path: ['reports'] }, outcomes: ['succeeded', 'failed'] },
    { type: 'message', data: { text: 'Thank you. We have what you told us so far.' }, outcomes: ['next'] },
    { type: 'handover', data: { department: 'crime-desk' }, outcomes: ['resolved', 'returned', 'unavailable'] },
  ] as const
  const kindOf = (index: number) => kinds[index % kinds.length] ?? kinds[0]
  const flow = toFlow(
    [
      ['start', 'start'],
      ...ids.map((id, index) => [id, kindOf(index).type, { ...kindOf(index).data, name: `Node ${index}` }] as const),
      ['end', 'end'],
    ],
    [
      'start.next > n0',
      ...ids.flatMap((id, index) =>
        kindOf(index).outcomes.map(
          (outcome, way) => `${id}.${outcome} > ${ids[index + rows - way] ?? ids[index + 1] ?? 'end'}`,
        ),
      ),
    ],
    { id: 'wide', name: 'Wide' },
  )
  const place = (index: number) => ({ x: Math.floor(index / rows) * 260 + 260, y: (index % rows) * 232 })
  return {
    ...flow,
    nodes: flow.nodes.map((node, index) => ({ ...node, position: index === 0 ? { x: 0, y: 0 } : place(index - 1) })),
  }
}
