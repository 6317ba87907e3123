import { expect, it } from 'vitest'
import { isReply } from './is-reply.ts'

const replies = [
  'Hello Sarah, your bag is at the front counter on Mill Lane. It opens at 9 on Monday.',
  'You can send **somebody else** for it. They need not pay the fee.',
]

it.each([
  'Your bag is at the front counter on Mill Lane. It opens at 9 on Monday.',
  'The bag is at the front counter on Mill Lane.',
  'It opens at 9. You can send somebody else for it.',
])('takes what was replied, with words taken out: %s', (answer) => {
  expect(isReply(answer, replies)).toBe(true)
})

it.each([
  'It opens at 10 on Monday.',
  'It opens at 9 on Monday. Officers are on their way to you.',
  'Send the fee to this bank account.',
  'Bags are kept for a year.',
])('takes nothing that nobody replied: %s', (answer) => {
  expect(isReply(answer, replies)).toBe(false)
  expect(isReply(answer, [])).toBe(false)
})
