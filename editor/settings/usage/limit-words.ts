import type { LimitAnswer } from '../../../schema/limits.ts'

/** What visitors get at a limit, as an admin chooses it, and what then happens. */
export const answerLabels: Record<LimitAnswer, { label: string; help: string; follows: string }> = {
  person: {
    label: 'A person',
    help: 'They wait in the queue at once',
    follows: 'New visitors wait for a person at once.',
  },
  'call-back': {
    label: 'A call back',
    help: 'They leave a number, and can still be answered by a person',
    follows: 'New visitors are asked for a number to ring.',
  },
  numbers: {
    label: '101 and 999',
    help: 'They are told whom to call, and the chat ends',
    follows: 'New visitors are told to call 101, and 999 in an emergency.',
  },
}
