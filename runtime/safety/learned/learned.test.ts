import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { parseLabelled } from '../labelled/parse-labelled.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { openBook } from '../open-book.ts'
import { augment } from './augment.ts'
import { decide } from './decide.ts'
import { messageFeatures } from './message-features.ts'
import { againstLast, toRegression, toRows } from './model-file.ts'
import { readMessage } from './read-message.ts'
import { situations } from './situations.ts'
import { fitRegression, meanRegression, probabilities } from './softmax-regression.ts'
import { sureRules } from './sure-rules.ts'

const book = openBook()
const message = (id: string, text: string, label: LabelledMessage['label'], category = 'fire'): LabelledMessage => ({
  id,
  text,
  label,
  category,
  difficulty: 'plain',
})
const features = (text: string) => messageFeatures(readMessage(text, [], book))
const examples = [
  'the house is on fire',
  'smoke and flames upstairs',
  'he steals from my nan',
  'what time do you open',
  'I lost my umbrella',
].map((text, at) => ({ features: features(text), label: [0, 0, 1, 2, 2][at] ?? 2, weight: 1 }))
const settings = { epochs: 20, rate: 0.15, l2: 1e-4, seed: 3 }

describe('training', () => {
  it('gives the same weights for the same examples', () => {
    const [one, two] = [fitRegression(examples, 3, 1 << 10, settings), fitRegression(examples, 3, 1 << 10, settings)]
    expect(one.weights).toEqual(two.weights)
    expect(meanRegression([one, two]).bias).toEqual(one.bias)
    expect(() => meanRegression([])).toThrow()
  })

  it('says the same after it has been rounded to bytes and read back', () => {
    const model = fitRegression(examples, 3, 1 << 10, settings)
    const read = toRegression(toRows(againstLast(model)))
    for (const { features: each } of examples) {
      const [exact, rounded] = [probabilities(model, each), probabilities(read, each, true)]
      for (const [at, p] of exact.entries()) expect(rounded[at]).toBeCloseTo(p, 1)
    }
    expect(() => toRegression({ ...toRows(model), weights: '' })).toThrow(/incomplete/)
  })

  it('puts paraphrases into one situation', () => {
    const found = situations([
      message('a', 'there is smoke coming from the kitchen window', 'emergency'),
      message('b', 'smoke is coming from the kitchen window now', 'emergency'),
      message('c', 'my barn is alight and the horses are in it', 'emergency'),
    ])
    expect(found.get('b')).toBe(found.get('a'))
    expect(found.get('c')).not.toBe(found.get('a'))
  })

  it('trusts only rules that are right nearly always', () => {
    const right = Array.from({ length: 20 }, (_, at) => message(`r${at}`, 'the kitchen is on fire', 'emergency'))
    expect(sureRules(right, book)).toContain('fire')
    expect(sureRules([...right, message('n', 'the kitchen is on fire', 'none')], book)).not.toContain('fire')
  })

  it('makes more of a message without changing what it means, the same each time', () => {
    const messages = readLabelled().slice(0, 50)
    expect(augment(messages, 1)).toEqual(augment(messages, 1))
    expect(
      augment(messages, 1).every((made) => messages.some(({ id, label }) => id === made.id && label === made.label)),
    ).toBe(true)
  })
})

describe('decide', () => {
  it.each([
    [[0.2, 0.1, 0.7], 'none'],
    [[0.1, 0.5, 0.4], 'safeguarding'],
    [[0.3, 0.3, 0.4], 'emergency'],
    [[], 'none'],
  ])('%j is %s', (found, verdict) => {
    expect(decide(found, { alert: 0.5, emergency: 0.25 })).toBe(verdict)
  })
})

describe('the labelled set', () => {
  it('has an id for every message, once, and parses as written', () => {
    const ids = readLabelled().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(() => parseLabelled('{"id":"x"}')).toThrow(/Line 1/)
  })

  it('leaves a model that is small enough to load at every start', () => {
    expect(statSync(new URL('weights.json', import.meta.url)).size).toBeLessThan(3_000_000)
  })
})
