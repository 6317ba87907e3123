import { describe, expect, it } from 'vitest'
import { emergencyRules } from '../../schema/emergency-words/emergency-rules.ts'
import { assess } from './assess.ts'
import { openDetector } from './open-detector.ts'
import { fixedLayer } from './testing.ts'

const detector = openDetector()

describe('openDetector', () => {
  it('refuses to open with a word list that is not the reviewed one', () => {
    expect(() => openDetector({ rules: emergencyRules.slice(1) })).toThrow(/not the reviewed one/)
    expect(() => openDetector({ rules: [] })).toThrow(/not starting/)
  })

  it('shows a learned layer that cannot be loaded as failed, and lets every word rule raise by itself', () => {
    for (const readWeights of [
      () => {
        throw new Error('file is gone')
      },
      () => '{"format":1}',
      () => 'not json',
    ]) {
      const without = openDetector({ readWeights })
      expect(without.state().find(({ name }) => name === 'statistics')?.state).toBe('failed')
      expect(without.state().find(({ name }) => name === 'words')?.state).toBe('ready')
      expect(assess('my husband is hitting me', [], without).verdict).toBe('emergency')
      expect(without.version).toContain('words-only')
    }
  })

  it('has all its layers ready, and a version that names list and weights', () => {
    expect(detector.state()).toEqual([
      { name: 'words', state: 'ready' },
      { name: 'statistics', state: 'ready' },
      { name: 'force', state: 'ready' },
    ])
    expect(detector.version).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  it('keeps a failure visible until it is opened again', () => {
    const own = openDetector({
      layers: [
        {
          name: 'examples',
          budget: 50,
          judge: () => {
            throw new Error('model is gone')
          },
        },
      ],
    })
    assess('hello', [], own)
    expect(own.state()).toContainEqual({ name: 'examples', state: 'failed', failure: 'model is gone' })
  })

  it('takes further layers, which can raise', () => {
    const own = openDetector({ layers: [fixedLayer('examples', { verdict: 'safeguarding', category: 'elder_abuse' })] })
    expect(assess('what time do you open', [], own)).toMatchObject({ verdict: 'safeguarding', category: 'elder_abuse' })
  })

  it('raises on the words of the force, also when they are typed oddly', () => {
    const own = openDetector({
      words: [{ id: 'f1', phrase: 'blue umbrella', verdict: 'emergency', explanation: 'Code word of the refuge' }],
    })
    const found = assess('it was a BLUE um8rella', [], own)
    expect(found.verdict).toBe('emergency')
    expect(found.evidence).toContainEqual({
      layer: 'force',
      span: [9, 22],
      rule: 'f1',
      explanation: 'Code word of the refuge',
    })
  })

  it('takes out the words of an exception, and nothing beside them', () => {
    const own = openDetector({ exceptions: [{ id: 'x1', phrase: 'a man has a knife' }] })
    const harmless = assess('a man has a knife', [], own)
    expect(harmless.verdict).toBe('none')
    expect(harmless.evidence).toEqual([expect.objectContaining({ layer: 'force', rule: 'x1', span: [0, 17] })])
    expect(assess('a man has a knife', [], detector).verdict).toBe('emergency')
    expect(assess('a man has a knife and he is stabbing my brother now, help', [], own).verdict).toBe('emergency')
  })
})

describe('the built-in layers together', () => {
  it.each([
    ['k n i f e in his hand please come', 'emergency'],
    ['hes str4ngling h3r in the flat now', 'emergency'],
    ['HELP', 'emergency'],
    ['I have lost my umbrella on the bus', 'none'],
    ['What time does the front counter open?', 'none'],
  ])('%s is %s', (text, verdict) => {
    expect(assess(text, [], detector).verdict).toBe(verdict)
  })

  it('understands a short answer by what was asked', () => {
    const asked = (text: string) => [
      { from: 'visitor' as const, text: 'my husband is violent' },
      { from: 'flow' as const, text },
    ]
    expect(assess('yes', asked('Is he with you now?'), detector).verdict).not.toBe('none')
    expect(assess('no', [{ from: 'flow', text: 'Is anyone hurt?' }], detector).verdict).toBe('none')
  })

  it('finds a cry that is split over two messages', () => {
    expect(assess('kill me', [{ from: 'visitor', text: 'he is going to' }], detector).verdict).toBe('emergency')
  })

  it('points at what the visitor wrote, whatever they wrote', () => {
    const odd = ['', ' ', '😭😭🔪', 'é'.repeat(50), '\u0000\ud800', 'he has a kn1fe!!! '.repeat(200), '<script>', '999']
    for (const text of odd) {
      for (const { span } of assess(text, [{ from: 'flow', text }], detector).evidence) {
        expect(span[0]).toBeGreaterThanOrEqual(0)
        expect(span[1]).toBeLessThanOrEqual(text.length)
        expect(span[0]).toBeLessThanOrEqual(span[1])
      }
    }
  })

  it('judges 10,000 hostile characters without a layer failing', () => {
    const hostile = [
      'a'.repeat(10000),
      'he has '.repeat(1430),
      'k n '.repeat(2500),
      'e\u0301\u0302'.repeat(3300),
      '!'.repeat(10000),
      '😭'.repeat(5000),
    ]
    const own = openDetector()
    for (const text of hostile) assess(text, [], own)
    expect(own.state().filter(({ state }) => state === 'failed')).toEqual([])
  })
})
