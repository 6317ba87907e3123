import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writePlain } from './write-plain.ts'

it('writes every JSON value as the library does, or leaves it to the library', () => {
  let written = 0
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 5 }), (value) => {
      const plain = writePlain(value)
      if (plain === undefined) return
      written++
      expect(plain).toBe(canonicalize(value))
    }),
    { numRuns: 2_000 },
  )
  expect(written).toBeGreaterThan(1_000)
})

it('orders names as the standard does, leaves out what is not there, and writes numbers as JSON has them', () => {
  const value = { b10: 1, b9: -0, é: 1e21, '😀': 1e-7, '\ufb33': 0.1, a: undefined, '': [null, true, ['\u2028']] }
  expect(writePlain(value)).toBe(canonicalize(value))
})

it.each([
  ['a name that is a number', { b: 1, '10': 2, '9': 3 }],
  ['the name of a prototype', JSON.parse('{"b":1,"__proto__":1}')],
])('writes %s as the library does', (_, value) => {
  expect(writePlain(value)).toBe(canonicalize(value))
})

it.each([
  ['half a character', { a: ['\ud800'] }],
  ['half a character in a name', { '\udc00': 1 }],
  ['no number', [Number.NaN]],
  ['a date', { at: new Date(0) }],
  ['its own way of being written', { toJSON: () => 'x' }],
  ['a gap in a list', [undefined]],
  ['more depth than there is stack', Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 1)],
])('leaves %s to the library', (_, value) => {
  expect(writePlain(value)).toBeUndefined()
})
