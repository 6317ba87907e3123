import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'
import { openWordRules } from './open-word-rules.ts'
import type { Scope, WordRule } from './word-rule.ts'

const rule = (id: string, patterns: string[], keeps: Scope[] = []): WordRule => ({
  id,
  verdict: 'emergency',
  category: 'weapon',
  explanation: 'Weapon seen now',
  patterns,
  keeps,
})
const book = openWordRules([
  rule('knife', ['has a? knife', 'knife out']),
  rule('gun', ['gun'], ['past', 'hypothetical']),
])
const all = (text: string) => book.findAll(foldText(text))
const seen = (text: string) => all(text).map(({ rule: { id }, live, scopes }) => [id, live, [...scopes].sort()])

describe('openWordRules', () => {
  it('finds each rule with its place in the text as it was written', () => {
    const text = 'He HAS a kn1fe, and a gun'
    expect(all(text).map(({ rule: { id }, start, end }) => [id, text.slice(start, end)])).toEqual([
      ['knife', 'HAS a kn1fe'],
      ['gun', 'gun'],
    ])
    expect(all('nothing here')).toEqual([])
    expect(all('')).toEqual([])
  })

  it('gives the rule that owns a pattern, whichever of its patterns was found', () => {
    expect(seen('he has a knife')).toEqual([['knife', true, []]])
    expect(seen('a knife out')).toEqual([['knife', true, []]])
    expect(book.owners.map(({ id }) => id)).toEqual(['knife', 'knife', 'gun'])
  })

  it('silences what is denied just before it, within four words and one sentence', () => {
    expect(seen('he does not has a knife')).toEqual([['knife', false, ['negated']]])
    expect(seen('not one two three has a knife')).toEqual([['knife', false, ['negated']]])
    expect(seen('not one two three four has a knife')).toEqual([['knife', true, []]])
    expect(seen('not me. he has a knife')).toEqual([['knife', true, []]])
  })

  it('does not take a rule that begins with a denial for denied', () => {
    const breath = openWordRules([rule('breath', ['not breathing'])])
    expect(breath.find(foldText('he is not breathing'))).toHaveLength(1)
  })

  it('reads the last sentence also where nothing ends it', () => {
    const open = foldText('fine. yesterday he has a knife').map((token, at) => ({ ...token, stop: at === 0 }))
    expect(book.find(open)).toEqual([])
  })

  it('does not let a denial inside a match silence it: only what stands before its first word', () => {
    expect(openWordRules([rule('x', ['he .. knife'])]).findAll(foldText('he not a knife'))[0]?.live).toBe(true)
    expect(openWordRules([rule('x', ['he .. knife'])]).findAll(foldText('not he a knife'))[0]?.live).toBe(false)
  })

  it('silences what is long past in its own sentence, before and behind, and not in the next', () => {
    expect(seen('yesterday he has a knife')).toEqual([['knife', false, ['past']]])
    expect(seen('he has a knife yesterday')).toEqual([['knife', false, ['past']]])
    expect(seen('that was yesterday. he has a knife')).toEqual([['knife', true, []]])
    expect(seen('he has a knife. that was yesterday')).toEqual([['knife', true, []]])
  })

  it('leaves a rule live in the scopes that it keeps, and in those only', () => {
    expect(seen('yesterday a gun')).toEqual([['gun', true, ['past']]])
    expect(seen('what if yesterday a gun')).toEqual([['gun', true, ['hypothetical', 'past']]])
    expect(seen('not a gun')).toEqual([['gun', false, ['negated']]])
  })

  it('finds live rules only where it is asked for these', () => {
    const tokens = foldText('not a knife out. a gun')
    expect(book.findAll(tokens)).toHaveLength(2)
    expect(book.find(tokens).map(({ rule: { id } }) => id)).toEqual(['gun'])
  })

  it('gives every scope once, however many cues there are', () => {
    expect(seen('yesterday last week he has a knife')).toEqual([['knife', false, ['past']]])
  })

  it('refuses a rule that is not well written', () => {
    expect(() => openWordRules([rule('bad', ['a? b'])])).toThrow(/must begin/)
    expect(openWordRules([]).findAll(foldText('he has a knife'))).toEqual([])
  })
})

describe('the reach of a cue', () => {
  it('over the whole message, before and behind it, where fiction is told', () => {
    const fiction = ['in the film', 'my novel'].flatMap((cue) => seen(`${cue}. then he has a knife`))
    expect(fiction.some(([, live]) => live === false)).toBe(true)
    expect(seen('he has a knife. then the film ends')).toEqual([['knife', false, ['fiction']]])
  })

  it('over its own words only, where it is a manner of speaking', () => {
    const plea = openWordRules([rule('plea', ['kill me']), rule('knife', ['has a? knife'])])
    const live = (text: string) => plea.find(foldText(text)).map((hit) => hit.rule.id)
    expect(live('he will kill me')).toEqual(['plea'])
    expect(live('kill me now')).toEqual([])
    expect(live('kill me now he has a knife')).toEqual(['knife'])
    expect(live('he has a knife edge')).toEqual([])
  })
})
