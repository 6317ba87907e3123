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
