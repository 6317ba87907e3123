import { describe, expect, it } from 'vitest'
import { openBook } from '../open-book.ts'
import { isAddress, isAddressAlone } from './is-address.ts'
import { readMessage } from './read-message.ts'

const asked = (text: string) => [{ from: 'flow' as const, text }]

describe('a part of an address', () => {
  it.each(['flat 7', 'Flat 2B', 'no. 52', 'number 11.', 'house 2, flat 7b', ' unit 4 '])('is seen in %j', (text) => {
    expect(isAddress(text, asked('What is your address?'))).toBe(true)
    expect(isAddress(text, [])).toBe(true)
  })

  it.each(['7', 'flat', 'flat 7 please hurry', 'no', 'unit 3 is on fire', '', 'flat 7 '.repeat(2_000)])(
    'is not seen in %j',
    (text) => {
      expect(isAddress(text, asked('What is your address?'))).toBe(false)
    },
  )

  it('is not seen where the number is the sign that the visitor was told to send', () => {
    expect(isAddress('number 5', asked('If you cannot talk, send the number 5.'))).toBe(false)
    expect(isAddress('number 6', asked('If you cannot talk, send the number 5.'))).toBe(true)
  })

  it('stands alone where the visitor said nothing before, and not as a sign that they were told to send', () => {
    expect(isAddressAlone('flat 7', asked('What is your address?'))).toBe(true)
    expect(isAddressAlone('flat 7', [{ from: 'visitor', text: 'he is hitting me' }])).toBe(false)
    expect(isAddressAlone('number 5', asked('If you cannot talk, send the number 5.'))).toBe(false)
  })

  it('is read as the end of what the visitor wrote before, whatever was asked, in its own characters', () => {
    const earlier = [{ from: 'visitor' as const, text: 'he is hitting me' }, ...asked('Which flat?')]
    const { tokens, before } = readMessage('flat 7', earlier, openBook())
    expect(tokens.map(({ word }) => word)).toEqual(['he', 'is', 'hitting', 'me', 'flat', '7'])
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      ...Array.from({ length: 4 }, () => [0, 6]),
      [0, 4],
      [5, 6],
    ])
    expect(before).toEqual([])
  })
})
