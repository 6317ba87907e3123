import { expect, it } from 'vitest'
import { guessVariable, leavesOf } from './sample-leaves.ts'

it('finds every value of an answer with the path that keeps it', () => {
  const leaves = leavesOf({
    report: { reference: 'NM/26/1', open: true, 'two words': 1 },
    officers: [{ name: 'A' }],
    tags: ['bike', 'night'],
    none: null,
  })
  expect(leaves.map(({ path, shown, reachable }) => [path, shown, reachable])).toEqual([
    ['report.reference', '"NM/26/1"', true],
    ['report.open', 'true', true],
    ['report.two words', '1', false],
    ['officers.0.name', '"A"', true],
    ['tags', '["bike","night"]', true],
    ['none', 'null', true],
  ])
  expect(leavesOf('just words')).toEqual([])
})

it.each([
  ['report.crimeReference', 'NM/26/1', [], { name: 'crime_reference', type: 'reference' }],
  ['count', 3, ['count'], { name: 'count_2', type: 'number' }],
  ['open', false, [], { name: 'open', type: 'boolean' }],
  ['due', '2026-11-20', [], { name: 'due', type: 'date' }],
  ['at', '2026-11-20T19:41:00Z', [], { name: 'at', type: 'datetime' }],
  ['items.0', 'x', [], { name: 'items', type: 'text' }],
  ['tags', ['a'], [], { name: 'tags', type: 'choices' }],
])('guesses a variable for %s', (path, value, taken, variable) => {
  expect(guessVariable({ path, value, shown: '', reachable: true }, taken)).toEqual(variable)
})
