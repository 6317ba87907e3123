import { expect, it } from 'vitest'
import { toId, toLines } from './to-id.ts'

it('makes ids that the API takes', () => {
  expect(toId('Crime recording')).toBe('crime-recording')
  expect(toId(' Siân’s   desk! ', ['sians-desk'])).toBe('sians-desk-2')
  expect(toId('???')).toBe('new')
})

it('reads one entry from each line', () => expect(toLines(' a \n\n b')).toEqual(['a', 'b']))
