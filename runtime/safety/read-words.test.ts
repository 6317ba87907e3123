import { expect, it } from 'vitest'
import { openBook } from './open-book.ts'
import { findRules, readWords } from './read-words.ts'

const short = 'he is hitting me'
const long = 'and then we went to the shop and back again. '.repeat(40) + short

it('folds a text once for all the layers that read it, however long it is', () => {
  for (const text of [short, long]) expect(readWords(text)).toBe(readWords(text))
})

it('keeps what may be read again as what came before, and of long texts only the last', () => {
  const [before, first] = [readWords(short), readWords(long)]
  readWords(`${long} again`)
  expect(readWords(short)).toBe(before)
  expect(readWords(long)).not.toBe(first)
  expect(readWords(long)).toEqual(first)
})

it('finds the same rules in a long text that is read again', () => {
  const book = openBook()
  const first = findRules(book, readWords(long))
  readWords(`${long} again`)
  expect(first).not.toEqual([])
  expect(findRules(book, readWords(long))).toEqual(first)
})
