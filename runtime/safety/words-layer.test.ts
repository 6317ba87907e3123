import { describe, expect, it } from 'vitest'
import { openWordRules } from '../../schema/emergency-words/open-word-rules.ts'
import type { WordRule } from '../../schema/emergency-words/word-rule.ts'
import { wordsLayer } from './words-layer.ts'

const rule = (id: string, verdict: WordRule['verdict'], pattern: string): WordRule => ({
  id,
  verdict,
  category: `c-${id}`,
  explanation: `Why ${id}`,
  patterns: [pattern],
  keeps: [],
})
const book = openWordRules([
  rule('worry', 'safeguarding', 'afraid of him'),
  rule('worry-at-it', 'safeguarding', 'scared of it'),
  rule('knife', 'emergency', 'has a knife'),
  rule('kill', 'emergency', 'going to kill me'),
])
const sure = wordsLayer(book, 50, ['knife', 'worry'])
const every = wordsLayer(book, 50, undefined)
const written = (...texts: string[]) => texts.map((text) => ({ from: 'visitor' as const, text }))

describe('wordsLayer', () => {
  it('is called words and has the budget that it was given', () => {
    expect([sure.name, sure.budget]).toEqual(['words', 50])
  })

  it('says nothing of a message without a rule', () => {
    expect(sure.judge('my red bag', [])).toEqual({
      verdict: 'none',
      category: 'ordinary',
      confidence: 0.5,
      evidence: [],
    })
  })

  it('gives the gravest verdict, and evidence of every rule', () => {
    expect(sure.judge('I am afraid of him, he has a knife', [])).toEqual({
      verdict: 'emergency',
      category: 'c-knife',
      confidence: 0.9,
      evidence: [
        { layer: 'words', span: [5, 18], rule: 'worry', explanation: 'Why worry' },
        { layer: 'words', span: [23, 34], rule: 'knife', explanation: 'Why knife' },
      ],
    })
    expect(sure.judge('afraid of him', []).verdict).toBe('safeguarding')
  })

  it('raises by itself on sure rules only; on every rule where there is no learned layer', () => {
    expect(sure.judge('he is going to kill me', []).verdict).toBe('none')
    expect(every.judge('he is going to kill me', []).verdict).toBe('emergency')
  })

  it('does not raise on what is denied', () => {
    expect(every.judge('nobody here not has a knife', []).verdict).toBe('none')
  })

  it('finds a cry split over messages, whatever rule it is, and marks this message up to its end', () => {
    const found = sure.judge('to kill me', written('he is going'))
    expect([found.verdict, found.evidence]).toEqual([
      'emergency',
      [{ layer: 'words', span: [0, 10], rule: 'kill', explanation: 'Why kill' }],
    ])
    expect(sure.judge('me, come', written('he is going', 'to kill')).verdict).toBe('emergency')
  })

  it('does not raise again on what stood in an earlier message alone, nor on what others said', () => {
    expect(sure.judge('and a dog', written('he has a knife')).verdict).toBe('none')
    expect(sure.judge('to kill me', [{ from: 'flow', text: 'he is going' }]).verdict).toBe('none')
    expect(sure.judge('to kill me', [{ from: 'operator', text: 'he is going' }]).verdict).toBe('none')
  })

  it('looks back two messages of the visitor and no further, and only for emergencies', () => {
    expect(sure.judge('kill me', written('he is going to', 'a', 'b')).verdict).toBe('none')
    expect(sure.judge('kill me', written('x', 'he is going to')).verdict).toBe('emergency')
    expect(sure.judge('of him', written('i am afraid')).verdict).toBe('none')
    expect(sure.judge('me', written('he is going', 'to', 'kill')).verdict).toBe('none')
    expect(every.judge('it', written('i am scared of')).verdict).toBe('none')
  })

  it('leaves a rule that is not sure to the learned layer where all of it stands in this message', () => {
    expect(sure.judge('he is going to kill me', written('ok')).verdict).toBe('none')
    expect(sure.judge('going to kill me', written('i am going')).verdict).toBe('none')
  })

  it('reads the end of a long earlier message, and no more of it', () => {
    expect(sure.judge('kill me', written(`he is going ${' '.repeat(300)} to`)).verdict).toBe('none')
    expect(sure.judge('kill me', written(`${'and so on '.repeat(60)}he is going to`)).verdict).toBe('emergency')
  })
})
