import { describe, expect, it } from 'vitest'
import { splitSentences } from './split-sentences.ts'
import { toPassages } from './to-passages.ts'

describe('passages of a document', () => {
  it('stand under their headings, and never cross one', () => {
    expect(
      toPassages([
        { kind: 'heading', level: 1, text: 'Fireworks' },
        { kind: 'paragraph', text: 'One.' },
        { kind: 'heading', level: 2, text: 'Age' },
        { kind: 'paragraph', text: 'You must be 18.', page: 2 },
        { kind: 'heading', level: 2, text: 'Where' },
        { kind: 'paragraph', text: 'Not in a street.' },
      ]),
    ).toEqual([
      { heading: 'Fireworks', text: 'One.' },
      { heading: 'Fireworks › Age', text: 'You must be 18.', page: 2 },
      { heading: 'Fireworks › Where', text: 'Not in a street.' },
    ])
  })

  it('keep a list with the sentence that announces it', () => {
    const long = Array.from({ length: 60 }, (_, number) => `- thing number ${number}`).join('\n')
    const [first] = toPassages([
      { kind: 'paragraph', text: 'Bring these:' },
      { kind: 'list', text: long },
    ])
    expect(first?.text).toBe(`Bring these:\n\n${long}`)
  })

  it('keep the first row of a table that is cut', () => {
    const rows = Array.from({ length: 200 }, (_, number) => `row ${number} | value ${number}`)
    const passages = toPassages([{ kind: 'table', text: ['Name | Value', ...rows].join('\n') }])
    expect(passages.length).toBeGreaterThan(1)
    for (const { text } of passages) expect(text.startsWith('Name | Value')).toBe(true)
  })

  it('lose no word and are never endless', () => {
    const text = Array.from({ length: 5_000 }, (_, number) => `word${number}`).join(' ')
    const passages = toPassages([{ kind: 'paragraph', text }])
    expect(passages.map((passage) => passage.text).join(' ')).toBe(text)
    for (const passage of passages) expect(passage.text.length).toBeLessThan(4_001)
  })
})

describe('sentences', () => {
  it('do not end at an abbreviation or a number', () => {
    const text = 'Mr. Smith of No. 5 paid £1.50. He left at 5 p.m. on Monday! Did he?\nYes'
    expect(splitSentences(text).map(({ at, end }) => text.slice(at, end))).toEqual([
      'Mr. Smith of No. 5 paid £1.50.',
      'He left at 5 p.m. on Monday!',
      'Did he?',
      'Yes',
    ])
  })
})
