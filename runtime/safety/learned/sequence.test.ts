import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { openBook } from '../open-book.ts'
import { combine } from './combine.ts'
import { fitSequence } from './fit-sequence.ts'
import { openOpinion } from './opinion.ts'
import { readMessage } from './read-message.ts'
import { readUnseen, toSequenceFile, toSequenceWeights } from './sequence-file.ts'
import { toSequence } from './sequence-input.ts'
import { oddsOf, SequenceModel, type SequenceWeights } from './sequence-model.ts'

const book = openBook()
const sequence = (text: string, before: string[] = []) =>
  toSequence(
    readMessage(
      text,
      before.map((said) => ({ from: 'flow', text: said })),
      book,
    ),
  )
const examples = ['the man hit the dog', 'the dog hit the man'].flatMap((text, label) =>
  Array.from({ length: 40 }, () => ({ sequence: sequence(text), label: label * 2, kind: label, weight: 1 })),
)
const settings = { epochs: 60, rate: 0.01, seed: 3 }
const message = (id: string, text: string): LabelledMessage => ({
  id,
  text,
  label: 'none',
  category: 'idiom',
  difficulty: 'plain',
})

describe('the sequence model', () => {
  let weights: SequenceWeights
  let model: SequenceModel
  beforeAll(() => {
    weights = fitSequence(examples, 3, 2, settings)
    model = new SequenceModel(weights)
  })

  it('learns what the same words mean in another order', () => {
    expect(oddsOf(model, sequence('the man hit the dog'))[0]).toBeGreaterThan(1)
    expect(oddsOf(model, sequence('the dog hit the man'))[0]).toBeLessThan(-1)
  })

  it('gives the same weights for the same examples', () => {
    const brief = { ...settings, epochs: 2 }
    expect(fitSequence(examples, 3, 2, brief)).toEqual(fitSequence(examples, 3, 2, brief))
  })

  it('says nearly the same after it was written to a file and read back, and refuses half a file', () => {
    const file = toSequenceFile(weights, [])
    const read = new SequenceModel(toSequenceWeights(file))
    for (const { sequence: each } of examples.slice(38, 42))
      oddsOf(read, each).forEach((odds, at) => {
        expect(odds).toBeCloseTo(oddsOf(model, each)[at] ?? 0, 0)
      })
    expect(() => toSequenceWeights({ ...file, dense: file.dense.slice(0, 400) })).toThrow(/incomplete/)
  })

  it('answers any message, also one of pictures only, none at all, or in the middle of a conversation', () => {
    for (const text of ['', '🔪', 'x'.repeat(5000), 'word '.repeat(900)])
      expect(model.judge(sequence(text, ['Is anyone hurt?'])).every(Number.isFinite)).toBe(true)
  })

  it('keeps what was said of a message before it was seen, for just that message', () => {
    const file = toSequenceFile(weights, [{ ...message('a', 'the man hit the dog'), odds: [-2.5, 0.75] }])
    expect(readUnseen(file)(message('a', 'the man hit the dog'))).toEqual([-2.5, 0.75])
    expect(readUnseen(file)(message('a', 'the dog hit the man'))).toBeUndefined()
    const opinion = openOpinion(file)
    const reading = readMessage('the man hit the dog', [], book)
    expect(opinion(message('a', 'the man hit the dog'), reading)).toEqual([-2.5, 0.75])
    expect(opinion(message('b', 'the man hit the dog'), reading)[0]).toBeGreaterThan(0)
  })
})

describe('two opinions together', () => {
  it('are probabilities between the two', () => {
    const found = combine([0.2, 0.2, 0.6], () => [1, -1])
    expect(found.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
    expect(found[0]).toBeGreaterThan(0.2)
    expect(found[1]).toBeLessThan(0.2)
  })

  it('are probabilities also where one is certain', () => {
    expect(combine([1, 0, 0], () => [-9, -9]).every((each) => each >= 0 && each <= 1)).toBe(true)
    expect(combine([], () => [0, 0])).toHaveLength(3)
  })

  it('asks the second model about everything but what is ordinary without doubt', () => {
    const ask = vi.fn((): [number, number] => [6, 0])
    expect(combine([0.01, 0.01, 0.98], ask)).toEqual([0.01, 0.01, 0.98])
    expect(ask).not.toHaveBeenCalled()
    expect(combine([0.02, 0.02, 0.96], ask)[2]).toBeLessThan(0.6)
    expect(ask).toHaveBeenCalledOnce()
  })
})
