import { expect, test } from 'vitest'
import type { Event } from '../../schema/event.ts'
import { summarise } from './summarise.ts'

const at = '2026-11-20T19:41:00Z'
/** What the visitor wrote, in order; `!` stands for the advice that followed. */
function talk(...lines: string[]): Event[] {
  return lines.map((text, index) =>
    text === '!'
      ? { type: 'advice', verdict: 'safeguarding', lines: ['Thank you for telling us'], seq: index + 1, at }
      : { type: 'message', from: 'visitor', text, seq: index + 1, at },
  )
}

test.each([
  ['nothing was said', [], ''],
  ['one sentence', ['somebody took my purse'], 'Somebody took my purse.'],
  [
    'what was said first and last',
    ['Somebody took my purse at the market in Fell Park', 'hello', 'It had 40 pounds in it'],
    'Somebody took my purse at the market in Fell Park. It had 40 pounds in it.',
  ],
  [
    'what somebody came with, where what says most was said last',
    ['someone stole my bike', 'A blue Trek Marlin 5 with a black basket and frame number WTU254G0871'],
    'Someone stole my bike. A blue Trek Marlin 5 with a black basket and frame number WTU254G0871.',
  ],
  [
    'what was said of danger, whatever came after it',
    [
      'Somebody took my purse at the market in Fell Park yesterday',
      'It was my husband. He controls my money and I am frightened',
      '!',
      'He works until six every day of the week',
    ],
    'Somebody took my purse at the market in Fell Park yesterday. He controls my money and I am frightened.',
  ],
])('a summary holds %s', (_, lines, summary) => {
  expect(summarise(talk(...lines))).toBe(summary)
})

test('what answers a question for something exact is left to what was gathered, unless it is of danger', () => {
  const [first, place, last] = talk('someone stole my bike outside', 'Northmoor Library, NM1 2AB', 'It was a red Trek')
  const asks: Event = { type: 'prompt', node: 'where', expects: 'text', input: 'place', seq: 2, at }
  const events = [first, asks, place, last].filter((event) => event !== undefined)
  expect(summarise(events)).toBe('Someone stole my bike outside. It was a red Trek.')
  const [, danger, advice] = talk('', 'he is back with a knife', '!')
  const frightened = [first, asks, danger, advice].filter((event) => event !== undefined)
  expect(summarise(frightened)).toBe('Someone stole my bike outside. He is back with a knife.')
})
