import { expect, it } from 'vitest'
import { createSharedWords } from './shared-words.ts'

const comments = [
  'Sarah Jones gave me the reference number 26/119847 at once',
  'Sarah was quick, reference number by text to 07700 900123',
  'the reference number came quick. Sarah is great, jo@example.org',
  'my neighbour Dwayne at 12 Mill Lane, NM1 4AB, plate AB12 CDE, was quick',
  'REFERENCE number quick, see https://example.org/x or @dwayne',
]
const toShared = createSharedWords(comments)

it('leaves of a comment what several say, and nothing that one visitor says', () => {
  expect(comments.map(toShared)).toEqual([
    '… me the reference number … at once',
    '… was quick, reference number by … to …',
    'the reference number … quick. … is …',
    'my … at … was quick',
    'REFERENCE number quick, … or …',
  ])
})

it('never lets a name through that is written as one, however often it stands there', () => {
  const praise = ['Thanks to Priya', 'Priya was helpful and kind', 'so kind, Priya', 'helpful and kind was Priya-Ann']
  for (const comment of praise.map(createSharedWords(praise))) expect(comment).not.toMatch(/priya/i)
})

it('lets nothing through of fewer than three comments', () => {
  const two = ['my knife crime report', 'my knife crime report']
  expect(two.map(createSharedWords(two))).toEqual(['my …', 'my …'])
})
