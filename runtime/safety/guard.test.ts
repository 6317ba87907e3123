import { describe, expect, it } from 'vitest'
import { type Finding, guard } from './guard.ts'

const finding: Finding = { verdict: 'none', category: 'ordinary', confidence: 0.8, evidence: [] }

function clockOf(...times: number[]): () => number {
  return () => times.shift() ?? 0
}

describe('guard', () => {
  it('passes on what a layer says within its budget', () => {
    expect(guard('words', 'hello', 50, () => finding, clockOf(10, 60))).toEqual({ finding })
  })

  it('treats a layer that throws as an emergency over the whole message', () => {
    const run = () => {
      throw new Error('list is gone')
    }
    expect(guard('words', 'hello', 50, run, clockOf(0, 0))).toEqual({
      failure: 'list is gone',
      finding: {
        verdict: 'emergency',
        category: 'guard_failure',
        confidence: 1,
        evidence: [
          {
            layer: 'guard',
            span: [0, 5],
            rule: 'guard.words',
            explanation: 'The words layer could not judge this message, so it is treated as an emergency',
          },
        ],
      },
    })
  })

  it('says what was thrown, even if it is no error', () => {
    const run = () => {
      throw 'just words'
    }
    expect(guard('words', '', 50, run, clockOf(0, 0)).failure).toBe('just words')
  })

  it('treats a layer that takes longer than its budget twice as an emergency, whatever it found', () => {
    const guarded = guard('statistics', 'hi', 50, () => finding, clockOf(0, 900, 1000, 1050.6))
    expect(guarded.finding.verdict).toBe('emergency')
    expect(guarded.finding.category).toBe('guard_failure')
    expect(guarded.failure).toBe('statistics took 51 ms, more than its 50 ms')
  })

  it('judges once more after an overrun, and takes the second answer when that one is in time', () => {
    const answers: Finding[] = [finding, { ...finding, confidence: 0.7 }]
    const guarded = guard('words', 'hi', 50, () => answers.shift() ?? finding, clockOf(0, 50.1, 200, 250))
    expect(guarded).toEqual({ finding: { ...finding, confidence: 0.7 } })
    expect(answers).toEqual([])
  })

  it('asks a layer once when it is in time', () => {
    const answers = [finding, finding]
    guard('words', 'hi', 50, () => answers.shift() ?? finding, clockOf(0, 50))
    expect(answers).toHaveLength(1)
  })

  it('treats a layer that throws at the second try as an emergency', () => {
    const answers = [finding]
    const run = () => {
      const answer = answers.shift()
      if (answer === undefined) throw new Error('gone')
      return answer
    }
    expect(guard('words', 'hi', 50, run, clockOf(0, 51, 51)).failure).toBe('gone')
  })
})
