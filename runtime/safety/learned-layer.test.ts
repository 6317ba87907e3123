import { describe, expect, it } from 'vitest'
import { dangerNames, nameOfDanger } from '../../schema/danger-names.ts'
import { assess } from './assess.ts'
import { readLabelled } from './labelled/read-labelled.ts'
import { openDetector } from './open-detector.ts'

const detector = openDetector()
const dangers = readLabelled().filter(({ label, context }) => label !== 'none' && context === undefined)
const found = dangers
  .filter((_, at) => at % 40 === 0)
  .map(({ text }) => ({ text, ...assess(text, [], detector) }))
  .filter(({ verdict }) => verdict !== 'none')

describe('what an operator reads beside an alert', () => {
  it('names a danger of the verdict, in words', () => {
    expect(found.length).toBeGreaterThan(200)
    for (const { text, verdict, category } of found) {
      if (verdict === 'none') continue
      expect([text, Object.keys(dangerNames[verdict])]).toEqual([text, expect.arrayContaining([category])])
      expect(nameOfDanger(category)).not.toContain('_')
    }
  })

  it('rests on words that stand in the message, and begins and ends with one that says something', () => {
    for (const { text, evidence } of found)
      for (const { layer, span } of evidence.filter((each) => each.layer === 'statistics')) {
        const words = text.slice(...span)
        expect([layer, words.trim()]).not.toEqual([layer, ''])
        if (words.includes(' ')) expect(words).not.toMatch(/^(and|the|of)\s|\s(and|the|of)$/i)
      }
  })

  it.each([
    ['my ex follows me home from work and I am scared', 'scared'],
    ['I think somebody keeps my neighbour in the house, she has no phone and he takes her wages', 'he takes her wages'],
  ])('marks what says most when it is read together: %s', (text, most) => {
    const { evidence } = assess(text, [], detector)
    const learned = evidence.filter(({ rule }) => rule.startsWith('learned.'))
    expect(learned.map(({ span }) => text.slice(...span))).toEqual([most])
  })
})
