import { expect, test } from 'vitest'
import { speaksOfDanger } from './emergency.ts'

test.each(['hes come back and hes got a knife', 'Someone is breaking into my house right now', 'my house is on fire'])(
  'finds the danger in “%s” without a server',
  (text) => expect(speaksOfDanger(text)).toBe(true),
)

test.each(['I found a phone on the bus', 'How do I renew my firearms licence?', ''])('leaves “%s” alone', (text) =>
  expect(speaksOfDanger(text)).toBe(false),
)
