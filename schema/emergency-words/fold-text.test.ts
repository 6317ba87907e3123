import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

const words = (text: string) =>
  foldText(text)
    .map(({ word }) => word)
    .join(' ')

describe('foldText', () => {
  it.each([
    ['KNIFE', 'knife'],
    ['kn1fe', 'knife'],
    ['kn!fe h@mmer', 'knife hammer'],
    ['k n i f e in his hand', 'knife in his hand'],
    ['g.u.n', 'gun'],
    ['f i g h t', 'fight'],
    ['g u n  i n  t h e  b a r', 'gun in the bar'],
    ['a   k n i f e', 'a knife'],
    ['x x x', 'x x x'],
    ["he's", 'hes'],
    ['he’s', 'hes'],
    ["t'snicket", 'the snicket'],
    ['heeeelp', 'help'],
    ['sum1 is outsid', 'someone is outsid'],
    ['dnt tel him b4 2nite', 'dont tel him before tonight'],
    ['ｋｎｉｆｅ', 'knife'],
    ['кnife', 'knife'],
    ['policía está aquí', 'policia esta aqui'],
    ['e\u0301te\u0301', 'ete'],
    ['flat 2a, M60 at 3am in 1997', 'flat 2a m60 at 3am in 1997'],
    ['🔪 now', '🔪 now'],
    ['', ''],
  ])('reads %s as %s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })

  it('keeps the way back to what was written', () => {
    const text = 'he has a k n i f e, hlp!'
    expect(foldText(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'he',
      'has',
      'a',
      'k n i f e',
      'hlp',
    ])
  })

  it('knows where sentences end, so that no rule reaches across', () => {
    expect(foldText('no. stop it').map(({ stop }) => stop)).toEqual([true, false, true])
    expect(foldText('no ... stop').map(({ stop }) => stop)).toEqual([true, true])
  })

  it('knows a name by its capital inside a sentence', () => {
    expect(foldText('PC Gunn rang').map(({ named }) => named)).toEqual([false, true, false])
  })
})

it('does not let characters that nobody sees part a word', () => {
  for (const word of ['tablets', 'taken', 'threat'])
    expect(foldText([...word].join('\u200b')).map((token) => token.word)).toEqual([word])
})
