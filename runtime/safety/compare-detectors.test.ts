import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../schema/assessment.ts'
import { compareDetectors } from './compare-detectors.ts'
import { openDetector } from './open-detector.ts'
import { detectorOf } from './testing.ts'

const row = (text: string, label: Verdict, difficulty: 'plain' | 'hard' = 'plain') => ({
  id: text,
  text,
  label,
  category: 'fire',
  difficulty,
})

/** A detector that knows the verdict of each text by heart. */
const knowing = (verdicts: Record<string, Verdict>) =>
  detectorOf([
    {
      name: 'heart',
      budget: 50,
      judge: (text) => ({ verdict: verdicts[text] ?? 'none', category: 'fire', confidence: 1, evidence: [] }),
    },
  ])

const rows = [row('a', 'emergency'), row('b', 'emergency', 'hard'), row('c', 'safeguarding'), row('d', 'none')]
const good = knowing({ a: 'emergency', b: 'emergency', c: 'safeguarding' })

describe('compareDetectors', () => {
  it('accepts a change that loses nobody', () => {
    const found = compareDetectors(knowing({ a: 'emergency', c: 'safeguarding' }), good, rows)
    expect([found.accepted, found.refusals, found.lost]).toEqual([true, [], []])
    expect(found.won).toEqual([{ id: 'b', text: 'b', label: 'emergency', before: 'none', after: 'emergency' }])
    expect(found.after.emergencyRecall).toBe(1)
  })

  it('refuses a change under which recall falls, and lists the messages that would be lost', () => {
    const found = compareDetectors(good, knowing({ a: 'emergency', b: 'safeguarding', c: 'safeguarding' }), rows)
    expect(found.accepted).toBe(false)
    expect(found.refusals).toEqual(['Emergency recall on hard messages would fall from 1 to 0.'])
    expect(found.lost).toEqual([{ id: 'b', text: 'b', label: 'emergency', before: 'emergency', after: 'safeguarding' }])
  })

  it('refuses a change under which nobody would look at a safeguarding message', () => {
    const found = compareDetectors(good, knowing({ a: 'emergency', b: 'emergency' }), rows)
    expect(found.refusals).toEqual([
      'Recall of messages that need a person on plain messages would fall from 1 to 0.5.',
    ])
    expect(found.lost.map(({ id }) => id)).toEqual(['c'])
  })

  it('does not let what is won among plain messages make up for what is lost among hard ones', () => {
    const before = knowing({ b: 'emergency', c: 'safeguarding' })
    const found = compareDetectors(before, knowing({ a: 'emergency', c: 'safeguarding' }), rows)
    expect(found.accepted).toBe(false)
    expect([found.lost.map(({ id }) => id), found.won.map(({ id }) => id)]).toEqual([['b'], ['a']])
  })

  it('leaves more false alarms, and a graver verdict on a safeguarding message, to the administrator', () => {
    const found = compareDetectors(
      good,
      knowing({ a: 'emergency', b: 'emergency', c: 'emergency', d: 'safeguarding' }),
      rows,
    )
    expect([found.accepted, found.lost, found.won]).toEqual([true, [], []])
    expect(found.after.falseAlarmRate).toBe(1)
  })

  it('refuses a detector with a failed layer', () => {
    const failing = { ...good, state: () => [{ name: 'heart', state: 'failed' as const, failure: 'gone' }] }
    expect(compareDetectors(good, failing, rows).refusals).toEqual(['The heart layer would fail: gone.'])
    const silent = { ...good, state: () => [{ name: 'heart', state: 'failed' as const }] }
    expect(compareDetectors(good, silent, rows).refusals).toEqual(['The heart layer would fail: no reason given.'])
  })

  it('accepts anything where there are no messages', () => {
    expect(compareDetectors(good, knowing({}), []).accepted).toBe(true)
  })

  it('refuses an exception that takes out words of danger', () => {
    const danger = [row('my kitchen is on fire and the flames are spreading', 'emergency')]
    const after = openDetector({ exceptions: [{ id: 'x', phrase: danger[0]?.text ?? '' }] })
    const found = compareDetectors(openDetector(), after, danger)
    expect(found.accepted).toBe(false)
    expect(found.lost).toHaveLength(1)
  })
})
