import { describe, expect, it } from 'vitest'
import figures from './learned/figures.json' with { type: 'json' }
import { evaluateSafety } from './safety-eval.ts'
import { detectorOf, fixedLayer } from './testing.ts'

const row = (id: string, label: 'emergency' | 'safeguarding' | 'none', difficulty: 'plain' | 'hard' = 'plain') => ({
  id,
  text: id,
  label,
  category: `c-${label}`,
  difficulty,
})

describe('evaluateSafety', () => {
  it('counts what is found, what is missed, and who is alarmed for nothing', () => {
    const detector = detectorOf([fixedLayer('words', { verdict: 'emergency', category: 'fire' })])
    const found = evaluateSafety(
      [row('a', 'emergency'), row('b', 'safeguarding'), row('c', 'none', 'hard')],
      detector,
      { failures: true },
    )
    expect(found).toEqual({
      messages: 3,
      emergencyRecall: 1,
      humanAlertedRecall: 1,
      falseAlarmRate: 1,
      labels: {
        emergency: { recall: 1, precision: 0.3333 },
        safeguarding: { recall: 0, precision: 1 },
        none: { recall: 0, precision: 1 },
      },
      confusion: {
        emergency: { emergency: 1, safeguarding: 0, none: 0 },
        safeguarding: { emergency: 1, safeguarding: 0, none: 0 },
        none: { emergency: 1, safeguarding: 0, none: 0 },
      },
      categories: {
        'c-emergency': { messages: 1, correct: 1, alerted: 1 },
        'c-none': { messages: 1, correct: 0, alerted: 1 },
        'c-safeguarding': { messages: 1, correct: 0, alerted: 1 },
      },
      difficulties: {
        hard: { messages: 1, emergencyRecall: 1, humanAlertedRecall: 1, falseAlarmRate: 1 },
        plain: { messages: 2, emergencyRecall: 1, humanAlertedRecall: 1, falseAlarmRate: 0 },
      },
      latencyMs: { p50: expect.any(Number), p99: expect.any(Number) },
      layers: [{ name: 'words', state: 'ready' }],
      detectorVersion: 'test',
      failures: [
        { id: 'b', label: 'safeguarding', verdict: 'emergency' },
        { id: 'c', label: 'none', verdict: 'emergency' },
      ],
    })
  })

  it('answers for no messages at all, and leaves failures out unless asked', () => {
    const found = evaluateSafety([], detectorOf([]))
    expect([found.emergencyRecall, found.falseAlarmRate, found.latencyMs.p99]).toEqual([1, 0, 0])
    expect(found).not.toHaveProperty('failures')
  })
})

describe('the figures of the last training, on messages that the measured model had not seen', () => {
  it('stay above the floors that were reached; the goals of the specification are higher and not reached yet', () => {
    const { plain, hard } = figures.crossValidated
    expect(plain.emergencyRecall).toBeGreaterThanOrEqual(0.97)
    expect(plain.humanAlertedRecall).toBeGreaterThanOrEqual(0.97)
    expect(plain.falseAlarmRate).toBeLessThanOrEqual(0.08)
    expect(plain.safeguardingAsEmergency).toBeLessThanOrEqual(0.2)
    expect(hard.emergencyRecall).toBeGreaterThanOrEqual(0.95)
    expect(hard.humanAlertedRecall).toBeGreaterThanOrEqual(0.95)
    expect(hard.falseAlarmRate).toBeLessThanOrEqual(0.11)
    expect(hard.safeguardingAsEmergency).toBeLessThanOrEqual(0.25)
  })
})
