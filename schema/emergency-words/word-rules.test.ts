import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'
import { compilePatterns, matchPatterns, verbForms } from './word-rules.ts'

const lists = { arm: ['knife', 'gun'], all: ['@arm', 'bat'] }
const found = (pattern: string, text: string) => {
  const tokens = foldText(text)
  return matchPatterns(compilePatterns([pattern], lists), tokens).map(({ from, to }) =>
    tokens
      .slice(from, to)
      .map(({ word }) => word)
      .join(' '),
  )
}

/** Matches of several patterns, as numbers: pattern, first word, word behind the last. */
const places = (patterns: string[], text: string) =>
  matchPatterns(compilePatterns(patterns, lists), foldText(text)).map(({ pattern, from, to }) => [pattern, from, to])

describe('matchPatterns', () => {
  it.each([
    ['he has', 'so he has one', ['he has']],
    ['he has', 'he had he', []],
    ['he .. @arm', 'he has got a gun', ['he has got a gun']],
    ['he .. @arm', 'he gun', ['he gun']],
    ['he .. @arm', 'he once upon a time had a gun', []],
    ['he .. @arm', 'he one two three gun', ['he one two three gun']],
    ['he .. @arm', 'he one two three four gun', []],
    ['he ... @arm', 'he once upon a time had gun', ['he once upon a time had gun']],
    ['he ... @arm', 'he aa bb cc dd ee ff gg gun', []],
    ['he .. @arm', 'he left. a gun show', []],
    ['he .. @arm', 'he left a. gun show', []],
    ['he has|had a? @all', 'he had bat', ['he had bat']],
    ['he has|had a? @all', 'he had a bat', ['he had a bat']],
    ['he has a?', 'he has a', ['he has']],
    ['he a? big? @arm', 'he knife', ['he knife']],
    ['he a? big? @arm', 'he big knife', ['he big knife']],
    ['he a? big? @arm', 'he a big knife', ['he a big knife']],
    ['he a? big? @arm', 'he big a knife', []],
    ['he .. has knife', 'he there has has knife', ['he there has has knife']],
    ['^ help $', 'help', ['help']],
    ['^ help $', 'help me find it', []],
    ['^ help $', 'please help', []],
    ['^ help', 'help me', ['help']],
    ['^ help', 'please help me help', []],
    ['help $', 'please help', ['help']],
    ['help $', 'help me', []],
    ['help .. now $', 'help me now now', ['help me now now']],
    ['kick~ him', 'they kicked him and kickin him', ['kicked him', 'kicking him']],
    ['no', 'no no no no no', ['no', 'no', 'no']],
    ['no no', 'no no no no no no no no', ['no no', 'no no', 'no no']],
    ['no no', 'no no no', ['no no']],
    ['a', '', []],
    ['  he   has  ', 'he has', ['he has']],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected)
  })

  it('names the pattern that was found, in the order of the patterns, and leaves the others out', () => {
    const patterns = ['he has', '@arm', 'never here', 'has @arm', 'he|she']
    expect(places(patterns, 'a knife he has knife she')).toEqual([
      [0, 2, 4],
      [1, 1, 2],
      [1, 4, 5],
      [3, 3, 5],
      [4, 2, 3],
      [4, 5, 6],
    ])
  })

  it('finds two patterns that begin with the same words, and one that is there twice in the list', () => {
    expect(places(['he has', 'he had', 'he has'], 'he has')).toEqual([
      [0, 0, 2],
      [2, 0, 2],
    ])
  })

  it('takes the shortest end, and begins the next match behind it', () => {
    expect(places(['he .. gun'], 'he gun gun he gun')).toEqual([
      [0, 0, 2],
      [0, 3, 5],
    ])
    expect(places(['he .. gun'], 'he he gun')).toEqual([[0, 0, 3]])
  })

  it('counts a word of several lists for each of them', () => {
    expect(places(['@arm', '@all', 'knife'], 'knife')).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [2, 0, 1],
    ])
  })

  it('refuses a pattern that is not well written', () => {
    for (const pattern of ['a? b', '', ' ', '^', '..', '^ $', '.. a?'])
      expect(() => compilePatterns([pattern], lists)).toThrow(`A pattern must begin with a needed word: ${pattern}`)
    expect(() => compilePatterns(['he @nobody'], lists)).toThrow('No word list is called @nobody')
    expect(compilePatterns([], lists).rows).toEqual([])
  })

  it('knows the forms of a verb', () => {
    expect(verbForms('stab')).toEqual([
      'stab',
      'stabs',
      'stabes',
      'stabbed',
      'stabbing',
      'stabbin',
      'stabing',
      'stabed',
    ])
    expect(verbForms('punch')).not.toContain('punchhed')
    expect(verbForms('chase')).toEqual([
      'chase',
      'chases',
      'chasees',
      'chased',
      'chasing',
      'chasin',
      'chaseing',
      'chaseed',
    ])
    expect(verbForms('kick')).toEqual(['kick', 'kicks', 'kickes', 'kicked', 'kicking', 'kickin', 'kicking', 'kicked'])
    expect(verbForms('beat')).toContain('beating')
    expect(verbForms('beat')).not.toContain('beatting')
    expect(verbForms('hit')).toContain('hitting')
    expect(verbForms('knit')).toContain('knitting')
    expect(verbForms('ax')).not.toContain('axxing')
  })
})
