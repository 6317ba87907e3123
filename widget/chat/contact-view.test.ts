import { expect, test } from 'vitest'
import type { Event, EventBody } from '../../schema/event.ts'
import type { ContactState, Outgoing } from '../contact/contact-state.ts'
import { toView } from './contact-view.ts'

const events = (...bodies: EventBody[]): Event[] =>
  bodies.map((body, index) => ({ ...body, seq: index + 1, at: '2026-11-20T19:41:00Z' }))
const state = (change: Partial<ContactState>): ContactState => ({
  phase: 'live',
  locale: 'en-GB',
  events: [],
  outbox: [],
  answered: new Map(),
  ...change,
})
const outgoing = (change: Partial<Outgoing>): Outgoing => ({
  key: 'k',
  input: { kind: 'text', text: 'hello' },
  shown: 'hello',
  state: 'sending',
  ...change,
})
const ask: EventBody = { type: 'prompt', node: 'q', expects: 'text' }
const mine = (key: string): EventBody => ({ type: 'message', from: 'visitor', text: 'hello', key })

test('a prompt is open until the visitor answers it', () => {
  expect(toView(state({ events: events(ask) })).prompt?.seq).toBe(1)
  expect(toView(state({ events: events(ask), outbox: [outgoing({ prompt: 1 })] })).prompt).toBeUndefined()
  expect(toView(state({ events: events(ask, mine('other tab')) })).prompt).toBeUndefined()
})

test('a prompt that came while an earlier one was answered stays open', () => {
  const view = toView(state({ events: events(ask, ask, mine('k')), answered: new Map([['k', 1]]) }))
  expect(view.prompt?.seq).toBe(2)
})

test('what the server has not got stands after what it holds', () => {
  const view = toView(state({ events: events(mine('a'), mine('b')), outbox: [outgoing({ key: 'c' })] }))
  expect(view.items.map((item) => [item.kind, item.id])).toEqual([
    ['message', 'a'],
    ['message', 'b'],
    ['outgoing', 'c'],
  ])
})

test('the 999 advice stands after the message that it is about', () => {
  const advice: EventBody = { type: 'advice', verdict: 'emergency', lines: ['Call 999 now'] }
  const told: EventBody = { type: 'message', from: 'flow', text: 'We have told our team.' }
  expect(toView(state({ events: events(mine('a'), advice, told) })).advice).toEqual({ at: 1, lines: ['Call 999 now'] })
  expect(toView(state({ outbox: [outgoing({})], danger: 'k' })).advice).toEqual({ at: 1 })
  expect(toView(state({ events: events(mine('k'), told), danger: 'k' })).advice).toEqual({ at: 1 })
})

test('an operator who comes ends the wait; one who leaves is gone', () => {
  const queue: EventBody = { type: 'queue', position: 3 }
  const operator = (move: 'joined' | 'left'): EventBody => ({ type: 'operator', state: move, name: 'Priya' })
  expect(toView(state({ events: events(queue) })).queue?.position).toBe(3)
  expect(toView(state({ events: events(queue, operator('joined')) }))).toMatchObject({ operator: 'Priya' })
  expect(toView(state({ events: events(queue, operator('joined')) })).queue).toBeUndefined()
  expect(toView(state({ events: events(operator('joined'), operator('left')) })).operator).toBeUndefined()
})

test('a question that a form shows again is not shown twice', () => {
  const question: EventBody = { type: 'message', from: 'flow', text: '**When** was it taken?' }
  const form: EventBody = { type: 'prompt', node: 'q', expects: 'text', input: 'date', label: 'When was it taken?' }
  const asked = (...bodies: EventBody[]) =>
    toView(state({ events: events(...bodies) })).items.map((item) => item.kind === 'message' && item.asked)
  expect(asked(question, form)).toEqual([true])
  expect(asked(question, ask)).toEqual([false])
})
