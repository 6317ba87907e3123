import { expect, it } from 'vitest'
import { assess } from '../assess.ts'
import { openBook } from '../open-book.ts'
import { openDetector } from '../open-detector.ts'
import { readMessage } from './read-message.ts'
import { saysNothing } from './says-nothing.ts'

const book = openBook()
const nothing = (text: string, earlier: Parameters<typeof readMessage>[1] = []) =>
  saysNothing(text, earlier, readMessage(text, earlier, book))

it.each(['hi', 'hiya', 'k', 'c', 'xxxxxxxx', 'Martin', 'banana', '', '…', 'flat 7', 'number 11'])(
  '%j says nothing by itself',
  (text) => {
    expect(nothing(text)).toBe(true)
    expect(assess(text, [], openDetector()).verdict).toBe('none')
  },
)

it.each(['help', 'HELP!!!', 'knife', 'gun', 'fire', 'raped'])('%j is judged, also alone', (text) => {
  expect(nothing(text)).toBe(false)
  expect(assess(text, [], openDetector()).verdict).not.toBe('none')
})

it.each(['hm', 'Hmm…', 'erm', 'uhh', 'um'])('%j is a sound of thinking, whatever was asked', (text) => {
  const asked = [{ from: 'flow' as const, text: 'Who can’t get out or past?' }]
  expect(nothing(text, asked)).toBe(true)
  expect(assess(text, asked, openDetector()).verdict).toBe('none')
})

it.each(['mhm', 'mm', 'hm he is', 'home'])('%j may be an answer', (text) => {
  expect(nothing(text, [{ from: 'flow', text: 'Is he with you now?' }])).toBe(false)
})

it('nothing is left out where something was said or asked before', () => {
  expect(nothing('yes', [{ from: 'flow', text: 'Is he with you now?' }])).toBe(false)
  expect(nothing('7', [{ from: 'visitor', text: 'he is hitting me' }])).toBe(false)
  expect(nothing('flat 7', [{ from: 'visitor', text: 'he is hitting me' }])).toBe(false)
})
