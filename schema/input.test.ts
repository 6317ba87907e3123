import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Input, longestText, textsOf } from './input.ts'

const accepted: unknown[] = [
  { kind: 'text', text: 'Ŵyna' },
  { kind: 'text', text: 'x'.repeat(longestText) },
  { kind: 'choice', value: '' },
  { kind: 'choices', values: [] },
  { kind: 'fields', values: { a: 'x', b: 1, c: true, d: ['y'], e: null } },
  { kind: 'rating', csat: 5, nps: 0, comment: 'Diolch' },
  { kind: 'rating' },
  { kind: 'skip' },
  { kind: 'locale', locale: 'cy-GB' },
  { kind: 'person' },
  { kind: 'typing' },
]
it.each(accepted)('accepts %o', (input) => {
  expect(Input.parse(input)).toEqual(input)
})

const hostile: unknown[] = [
  undefined,
  null,
  'text',
  7,
  [],
  [{ kind: 'skip' }],
  {},
  { kind: 'unknown' },
  { kind: ['text'], text: 'x' },
  { kind: { toString: 1 } },
  { kind: 'constructor' },
  { kind: '__proto__' },
  { kind: 'text' },
  { kind: 'text', text: '' },
  { kind: 'text', text: 'x'.repeat(longestText + 1) },
  { kind: 'text', text: ['x'] },
  { kind: 'text', text: { $regex: '.*' } },
  { kind: 'text', text: null },
  { kind: 'choice', value: ['a'] },
  { kind: 'choice', value: { $ne: 1 } },
  { kind: 'choice', value: 'x'.repeat(501) },
  { kind: 'choice' },
  { kind: 'choices', values: 'a' },
  { kind: 'choices', values: [['a']] },
  { kind: 'choices', values: Array(101).fill('a') },
  { kind: 'choices', values: { length: 1 } },
  { kind: 'fields', values: [] },
  { kind: 'fields', values: { a: { b: 1 } } },
  { kind: 'fields', values: { a: [1] } },
  { kind: 'fields', values: { a: Number.NaN } },
  { kind: 'fields', values: { a: Number.POSITIVE_INFINITY } },
  { kind: 'fields', values: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, 1])) },
  { kind: 'fields', values: { ['k'.repeat(65)]: 1 } },
  { kind: 'fields', values: { a: 'x'.repeat(longestText + 1) } },
  { kind: 'rating', csat: 0 },
  { kind: 'rating', csat: 6 },
  { kind: 'rating', csat: 2.5 },
  { kind: 'rating', csat: '5' },
  { kind: 'rating', nps: 11 },
  { kind: 'rating', nps: -1 },
  { kind: 'rating', comment: 7 },
  { kind: 'locale' },
  { kind: 'locale', locale: 'xx-yy-zz-qq' },
  { kind: 'locale', locale: '../../etc' },
]
it.each(hostile)('refuses %o', (input) => {
  expect(Input.safeParse(input).success).toBe(false)
})

it('ignores what a visitor adds to an input (SEC-13)', () => {
  const extra = {
    variables: { role: 'admin' },
    flowVersion: 9,
    role: 'admin',
    overrideConfig: {},
    sessionId: 'x',
    resultId: 'y',
    verdict: 'none',
  }
  expect(Input.parse({ kind: 'text', text: 'Hi', ...extra })).toEqual({ kind: 'text', text: 'Hi' })
  expect(Input.parse({ kind: 'skip', ...extra })).toEqual({ kind: 'skip' })
})

it('lets no field reach a prototype (SEC-07)', () => {
  const parsed = Input.safeParse(
    JSON.parse('{"kind":"fields","values":{"__proto__":"x","constructor":"y"},"__proto__":{"polluted":true}}'),
  )
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  if (parsed.success) expect(Object.getPrototypeOf(parsed.data)).toBe(Object.prototype)
  if (parsed.success && parsed.data.kind === 'fields')
    expect(Object.getPrototypeOf(parsed.data.values)).toBe(Object.prototype)
})

it('never throws, whatever a visitor sends', () => {
  const kinds = fc.constantFrom('text', 'choice', 'choices', 'fields', 'rating', 'skip', 'locale', 'person', 'typing')
  fc.assert(
    fc.property(
      kinds,
      fc.dictionary(fc.constantFrom('text', 'value', 'values', 'csat', 'nps', 'comment', 'locale'), fc.anything()),
      (kind, rest) => {
        const parsed = Input.safeParse({ ...rest, kind })
        if (parsed.success) expect(textsOf(parsed.data).every((words) => typeof words === 'string')).toBe(true)
      },
    ),
    { numRuns: 3_000 },
  )
})

it('gives the detector every word that a visitor can write', () => {
  expect(textsOf({ kind: 'text', text: 'a' })).toEqual(['a'])
  expect(textsOf({ kind: 'choice', value: 'a' })).toEqual(['a'])
  expect(textsOf({ kind: 'choices', values: ['a', 'b'] })).toEqual(['a', 'b'])
  expect(textsOf({ kind: 'fields', values: { x: 'a', y: ['b', 'c'], z: 1, n: null, t: true } })).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(textsOf({ kind: 'rating', comment: 'a' })).toEqual(['a'])
  for (const input of [
    { kind: 'skip' },
    { kind: 'person' },
    { kind: 'typing' },
    { kind: 'rating' },
    { kind: 'locale', locale: 'cy-GB' },
  ] as const)
    expect(textsOf(input)).toEqual([])
})
