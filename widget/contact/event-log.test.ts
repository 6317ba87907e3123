import { expect, test } from 'vitest'
import type { Event } from '../../schema/event.ts'
import { addEvents, emptyLog } from './event-log.ts'

const event = (seq: number): Event => ({ type: 'queue', position: 1, seq, at: '2026-11-20T19:41:00Z' })
const numbers = (events: readonly Event[]) => events.map(({ seq }) => seq)

test('holds each number once, in order, whatever way they come', () => {
  const log = addEvents(addEvents(emptyLog, [event(3), event(1), event(1)]), [event(2), event(3)])
  expect(numbers(log.events)).toEqual([1, 2, 3])
  expect(log.through).toBe(3)
})

test('goes on after the last number without a gap before it', () => {
  const log = addEvents(emptyLog, [event(1), event(2), event(5)])
  expect(log.through).toBe(2)
  expect(addEvents(log, [event(3), event(4)]).through).toBe(5)
})

test('stays the same object when nothing is new', () => {
  const log = addEvents(emptyLog, [event(1)])
  expect(addEvents(log, [event(1)])).toBe(log)
})
