import { expect, it } from 'vitest'
import { compareTexts, compareWords } from './compare-texts.ts'

const passage = (text: string, heading = 'Fees') => ({ id: text, heading, text, page: 2, leftOut: [] })

it('marks the words that changed and no others', () => {
  expect(compareWords('The fee is £10 and is paid at once.', 'The fee is £12 and is paid at the counter.')).toEqual([
    { kind: 'same', text: 'The fee is ' },
    { kind: 'gone', text: '£10 ' },
    { kind: 'new', text: '£12 ' },
    { kind: 'same', text: 'and is paid at ' },
    { kind: 'gone', text: 'once.' },
    { kind: 'new', text: 'the counter.' },
  ])
})

it('gives back both texts, whatever they are', () => {
  for (const [before, after] of [
    ['', ''],
    ['', 'All new.'],
    ['All gone.', ''],
    ['a b c d e', 'e d c b a'],
    ['one two two three', 'two one two three two'],
    ['word '.repeat(3_000), 'other '.repeat(3_000)],
  ] as const) {
    const pieces = compareWords(before, after)
    const text = (without: string) =>
      pieces
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('')
    expect(text('new').trim()).toBe(before.trim())
    expect(text('gone').trim()).toBe(after.trim())
  }
})

it('keeps passages that are alike together, and shows what became of the others where they stand', () => {
  const [one, two, three] = [passage('One.'), passage('Two is short.'), passage('Three.')]
  expect(compareTexts([one, two, three], [one, passage('Two is long.'), three, passage('Four.', 'New part')])).toEqual([
    { kind: 'same', passages: [one] },
    {
      kind: 'changed',
      heading: 'Fees',
      page: 2,
      pieces: [
        { kind: 'same', text: 'Two is ' },
        { kind: 'gone', text: 'short.' },
        { kind: 'new', text: 'long.' },
      ],
    },
    { kind: 'same', passages: [three] },
    { kind: 'changed', heading: 'New part', page: 2, pieces: [{ kind: 'new', text: 'Four.' }] },
  ])
})

it('shows what changed under each heading by itself', () => {
  const headings = (before: [string, string][], after: [string, string][]) =>
    compareTexts(
      before.map(([heading, text]) => passage(text, heading)),
      after.map(([heading, text]) => passage(text, heading)),
    ).map((part) => (part.kind === 'changed' ? part.heading : 'same'))
  const kites: [string, string] = ['Kites', 'From Elm Hill.']
  const strings: [string, string] = ['Strings', '60 metres.']
  expect(
    headings(
      [kites, strings],
      [
        ['Kites', 'From Oak Hill.'],
        ['Strings', '40 metres.'],
      ],
    ),
  ).toEqual(['Kites', 'Strings'])
  expect(headings([kites, strings], [['Lines', '40 metres.']])).toEqual(['Lines'])
})
