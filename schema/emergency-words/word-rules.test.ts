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

describe('matchPatterns', () => {
  it.each([
    ['he has', 'so he has one', ['he has']],
    ['he .. @arm', 'he has got a gun', ['he has got a gun']],
    ['he .. @arm', 'he once upon a time had a gun', []],
    ['he ... @arm', 'he once upon a time had gun', ['he once upon a time had gun']],
    ['he .. @arm', 'he left. a gun show', []],
    ['he has|had a? @all', 'he had bat', ['he had bat']],
    ['^ help $', 'help', ['help']],
    ['^ help $', 'help me find it', []],
    ['help $', 'please help', ['help']],
    ['kick~ him', 'they kicked him and kickin him', ['kicked him', 'kicking him']],
    ['no', 'no no no no no', ['no', 'no', 'no']],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected)
  })

  it('refuses a pattern that is not well written', () => {
    expect(() => compilePatterns(['a? b'], lists)).toThrow(/must begin/)
    expect(() => compilePatterns([''], lists)).toThrow()
    expect(() => compilePatterns(['@nobody'], lists)).toThrow(/No word list/)
  })

  it('knows the forms of a verb', () => {
    expect(verbForms('stab')).toContain('stabbing')
    expect(verbForms('chase')).toContain('chased')
  })
})
