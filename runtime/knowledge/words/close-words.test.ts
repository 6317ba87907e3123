import { expect, it } from 'vitest'
import { closeWords } from './close-words.ts'

const vocabulary = ['firework', 'firearm', 'certif', 'phone', 'photo', 'burglari']
const close = (word: string) => closeWords(word, vocabulary, () => 1)

it('finds the word that a slip of the pen meant', () => {
  expect(close('fireowrk')).toEqual(['firework'])
  expect(close('phoen')).toEqual(['phone'])
  expect(close('burglry')).toEqual(['burglari'])
})

it('takes no word for another that is a word of its own', () => {
  expect(close('phase')).toEqual([])
  expect(close('dog')).toEqual([])
  expect(close('2024')).toEqual([])
})

it('knows only words that some passage holds', () => {
  expect(closeWords('phoen', vocabulary, () => 0)).toEqual([])
})
