import { expect, it } from 'vitest'
import { clusterTexts } from './cluster-texts.ts'

const words = (text: string) => ({ words: text.split(' ') })

it('puts questions that say the same in one group, most asked first, the most typical at its head', () => {
  const asked = [
    'park caravan verge',
    'renew shotgun certificate',
    'shotgun certificate renew cost',
    'swim reservoir',
    'renew shotgun',
    'caravan verge night',
  ]
  const groups = clusterTexts(asked.map(words))
  expect(groups.map((group) => [...group].sort())).toEqual([[1, 2, 4], [0, 5], [3]])
  expect(asked[groups[0]?.[0] ?? -1]).toContain('renew shotgun')
})

it('gives every text a place, also one without a word that is known, and nothing for nothing', () => {
  expect(clusterTexts([])).toEqual([])
  expect(
    clusterTexts([words(''), { words: [] }, words('dog')])
      .flat()
      .sort(),
  ).toEqual([0, 1, 2])
})

it('lets meaning bring together what is said in other words', () => {
  const asked = [
    { words: ['drone', 'fly'], vector: Float32Array.of(1, 0) },
    { words: ['quadcopter', 'fly'], vector: Float32Array.of(0.99, 0.1) },
    { words: ['licence', 'dog'], vector: Float32Array.of(0, 1) },
  ]
  expect(clusterTexts(asked).map((group) => group.length)).toEqual([2, 1])
  expect(clusterTexts(asked.map(({ words: only }) => ({ words: only })))).toHaveLength(3)
})
