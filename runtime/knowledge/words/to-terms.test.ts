import { expect, it } from 'vitest'
import { toTerms } from './to-terms.ts'

const stems = (text: string) => toTerms(text).map(({ stem }) => stem)

it('finds the same word in all its forms', () => {
  expect(stems('phones phone’s PHONE phone')).toEqual(['phone', 'phone', 'phone', 'phone'])
  expect(stems('lost losing lose')).toEqual(['lose', 'lose', 'lose'])
  expect(stems('buses bus')).toEqual(['bus', 'bus'])
  expect(stems('Café cafe')).toEqual(['cafe', 'cafe'])
})

it('keeps a number and an abbreviation whole', () => {
  expect(stems('£20,000 in the U.K.')).toEqual(['20000', 'uk'])
})

it('leaves out what says nothing', () => {
  expect(stems('What should I do, don’t you think it’s the one?')).toEqual(['think'])
})

it('says where each word stands', () => {
  expect(toTerms('My lost phones')).toEqual([
    { stem: 'lose', word: 'lost', at: 3, end: 7 },
    { stem: 'phone', word: 'phones', at: 8, end: 14 },
  ])
})

it('takes time in proportion to the length of the text', () => {
  const from = performance.now()
  expect(toTerms("a'".repeat(200_000))).toBeInstanceOf(Array)
  expect(toTerms('1,'.repeat(200_000))).toBeInstanceOf(Array)
  expect(performance.now() - from).toBeLessThan(5_000)
})
