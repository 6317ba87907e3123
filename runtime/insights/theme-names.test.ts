import { expect, it } from 'vitest'
import { toTerms } from '../knowledge/words/to-terms.ts'
import { createThemeNames } from './theme-names.ts'

const comments = [
  'Got my reference number straight away.',
  'The reference number came at once.',
  'Reference numbers given, no fuss',
  'Far too long a wait for a person',
  'Waited ages for a person to join',
  'My cat is called Biscuit',
]
const nameOf = createThemeNames(comments.map((comment) => toTerms(comment)))

it('names comments by words that tell them from others, as they mostly write them', () => {
  expect(nameOf([0, 1, 2])).toBe('Number, reference')
  expect(nameOf([3, 4])).toMatch(/person/i)
})

it('puts nothing into a name that does not stand in a third of the comments', () => {
  for (const word of (nameOf([0, 1, 2]) ?? '').toLowerCase().split(', '))
    expect(comments.slice(0, 3).filter((comment) => comment.toLowerCase().includes(word)).length).toBeGreaterThan(0)
  expect(nameOf([0, 3, 5])).toBeUndefined()
  expect(nameOf([])).toBeUndefined()
})
