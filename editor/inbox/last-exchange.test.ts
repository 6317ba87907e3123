import { expect, it } from 'vitest'
import type { Event } from '../../schema/event.ts'
import { lastExchange } from './last-exchange.ts'

const say = (seq: number, from: 'visitor' | 'operator' | 'flow', text: string): Event => ({
  seq,
  at: '2026-11-20T19:41:00.000Z',
  type: 'message',
  from,
  text,
})

it('takes the last reply with the question before it, not what came after', () => {
  const events = [
    say(1, 'flow', 'Hello'),
    say(2, 'visitor', 'Is the counter open?'),
    say(3, 'operator', 'Yes, until **six**.'),
    say(4, 'visitor', 'thanks'),
  ]
  expect(lastExchange(events)).toEqual({ question: 'Is the counter open?', answer: 'Yes, until six.' })
})

it('is empty where nobody has replied', () => {
  expect(lastExchange([say(1, 'visitor', 'Anybody there?')])).toEqual({ question: '', answer: '' })
})
