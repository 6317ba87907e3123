import { describe, expect, it } from 'vitest'
import { assess } from '../assess.ts'
import { detectorOf, fixedLayer } from '../testing.ts'
import { detectorForForce } from './detector-for-force.ts'
import { findPhrases } from './find-phrases.ts'
import { forceExceptions } from './force-exceptions.ts'
import { forceLayer } from './force-layer.ts'

const word = {
  id: 'w',
  phrase: 'Blue  umbrella!',
  verdict: 'emergency',
  category: 'coded',
  explanation: 'Code word',
} as const
const worry = { id: 's', phrase: 'cuckoo', verdict: 'safeguarding' } as const

describe('findPhrases', () => {
  it('finds phrases as they are typed, and says where', () => {
    const text = 'a BLUE um8rella, a cuckoo'
    expect(findPhrases([word, worry])(text).map(({ rule, start, end }) => [rule.id, text.slice(start, end)])).toEqual([
      ['w', 'BLUE um8rella'],
      ['s', 'cuckoo'],
    ])
  })

  it('finds nothing for a phrase without a word, and the others all the same', () => {
    expect(findPhrases([])('blue umbrella')).toEqual([])
    expect(findPhrases([{ ...word, phrase: '!?' }])('!? blue')).toEqual([])
    expect(findPhrases([{ ...word, phrase: '  ' }, worry])('cuckoo').map(({ rule }) => rule.id)).toEqual(['s'])
  })
})

describe('forceLayer', () => {
  const layer = forceLayer([worry, word], 50)

  it('is called force and has the budget that it was given', () => {
    expect([layer.name, layer.budget]).toEqual(['force', 50])
  })

  it('says nothing where none of its words stands', () => {
    expect(layer.judge('a red bag', [])).toEqual({ verdict: 'none', category: 'ordinary', confidence: 1, evidence: [] })
  })

  it('gives the gravest verdict with its category, and evidence of every word', () => {
    expect(layer.judge('cuckoo and blue umbrella', [])).toEqual({
      verdict: 'emergency',
      category: 'coded',
      confidence: 1,
      evidence: [
        { layer: 'force', span: [0, 6], rule: 's', explanation: 'The force’s own words: cuckoo' },
        { layer: 'force', span: [11, 24], rule: 'w', explanation: 'Code word' },
      ],
    })
    expect(layer.judge('a cuckoo', [])).toMatchObject({ verdict: 'safeguarding', category: 'force_words' })
  })
})

describe('forceExceptions', () => {
  const except = forceExceptions([{ id: 'x', phrase: 'stabbers lane' }])

  it('blanks its own words, character for character, and nothing beside them', () => {
    const found = except('on Stabbers Lane, Stabbers Lane!')
    expect(found.text).toBe(`on ${' '.repeat(13)}, ${' '.repeat(13)}!`)
    expect(found.evidence).toEqual([
      {
        layer: 'force',
        span: [3, 16],
        rule: 'x',
        explanation: 'An exception of the force: these words are not judged',
      },
      {
        layer: 'force',
        span: [18, 31],
        rule: 'x',
        explanation: 'An exception of the force: these words are not judged',
      },
    ])
    expect(except('another lane')).toEqual({ text: 'another lane', evidence: [] })
  })
})

describe('detectorForForce', () => {
  const base = detectorOf([fixedLayer('words'), forceLayer([], 50)])

  it('puts the force’s words into the place of the empty ones, and leaves the other layers as they are', () => {
    const own = detectorForForce(base, { words: [word], exceptions: [] })
    expect(own.layers.map(({ name }) => name)).toEqual(['words', 'force'])
    expect(own.layers[0]).toBe(base.layers[0])
    expect(assess('blue umbrella', [], own).verdict).toBe('emergency')
    expect(assess('blue umbrella', [], base).verdict).toBe('none')
  })

  it('has the version of its base without lists, and one that changes with every list', () => {
    const versions = [
      { words: [], exceptions: [] },
      { words: [word], exceptions: [] },
      { words: [worry], exceptions: [] },
      { words: [], exceptions: [{ id: 'x', phrase: 'cuckoo' }] },
    ].map((lists) => detectorForForce(base, lists).version)
    expect(versions[0]).toBe('test')
    expect(new Set(versions).size).toBe(4)
    expect(versions[1]).toMatch(/^test-[0-9a-f]{8}$/)
  })

  it('keeps a failure of its own part to itself, and shows one of a shared layer to all', () => {
    const one = detectorForForce(base, { words: [word], exceptions: [] })
    const two = detectorForForce(base, { words: [], exceptions: [] })
    one.failed('exceptions', 'torn')
    one.failed('force', 'gone')
    expect(one.state()).toEqual([
      { name: 'words', state: 'ready' },
      { name: 'force', state: 'failed', failure: 'gone' },
      { name: 'exceptions', state: 'failed', failure: 'torn' },
    ])
    expect(two.state()).toEqual(base.state())
    one.failed('words', 'list is gone')
    expect(base.failures).toEqual(['words: list is gone'])
  })
})
