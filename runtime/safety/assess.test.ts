import { describe, expect, it } from 'vitest'
import { assess } from './assess.ts'
import { detectorOf, fixedLayer } from './testing.ts'

const evidence = { layer: 'x', span: [0, 2] as [number, number], rule: 'r', explanation: 'why' }

describe('assess', () => {
  it('is ordinary when every layer says so, and as sure as the layer that doubts it most', () => {
    const detector = detectorOf([fixedLayer('a', { confidence: 0.9 }), fixedLayer('b', { confidence: 0.6 })])
    expect(assess('hi', [], detector)).toEqual({
      verdict: 'none',
      category: 'ordinary',
      confidence: 0.6,
      evidence: [],
      detectorVersion: 'test',
    })
  })

  it('takes the gravest verdict, wherever it comes from: no layer lowers what another found', () => {
    const emergency = fixedLayer('a', { verdict: 'emergency', category: 'fire', confidence: 0.5, evidence: [evidence] })
    const safeguarding = fixedLayer('b', { verdict: 'safeguarding', category: 'elder_abuse', confidence: 1 })
    const ordinary = fixedLayer('c', { confidence: 1 })
    for (const layers of [
      [emergency, safeguarding, ordinary],
      [ordinary, safeguarding, emergency],
      [safeguarding, emergency, ordinary],
    ]) {
      const found = assess('hi', [], detectorOf(layers))
      expect([found.verdict, found.category, found.confidence]).toEqual(['emergency', 'fire', 0.5])
      expect(found.evidence).toEqual([evidence])
    }
  })

  it('names the danger that the surer of two equal layers saw', () => {
    const one = fixedLayer('a', { verdict: 'emergency', category: 'fire', confidence: 0.5 })
    const two = fixedLayer('b', { verdict: 'emergency', category: 'medical', confidence: 0.7 })
    expect(assess('hi', [], detectorOf([one, two])).category).toBe('medical')
    expect(assess('hi', [], detectorOf([two, one])).category).toBe('medical')
  })

  it('names the danger that the first of two equally sure layers saw, and is as sure as they are', () => {
    const one = fixedLayer('a', { verdict: 'emergency', category: 'fire', confidence: 0.7 })
    const two = fixedLayer('b', { verdict: 'emergency', category: 'medical', confidence: 0.7 })
    const doubting = fixedLayer('c', { confidence: 0.2 })
    const found = assess('hi', [], detectorOf([doubting, one, two]))
    expect([found.category, found.confidence]).toEqual(['fire', 0.7])
  })

  it('goes on with the other layers when one throws, and reports it as failed', () => {
    const broken = {
      name: 'broken',
      budget: 50,
      judge: () => {
        throw new Error('no model')
      },
    }
    const other = fixedLayer('other', { verdict: 'safeguarding', category: 'hate_crime', evidence: [evidence] })
    const detector = detectorOf([broken, other])
    const found = assess('hi', [], detector)
    expect([found.verdict, found.category]).toEqual(['emergency', 'guard_failure'])
    expect(found.evidence.map(({ layer }) => layer)).toEqual(['guard', 'x'])
    expect(detector.failures).toEqual(['broken: no model'])
  })

  it('counts a layer that overruns twice as a hit', () => {
    const detector = detectorOf([fixedLayer('slow')], 51)
    expect(assess('hi', [], detector).category).toBe('guard_failure')
    expect(detector.failures).toHaveLength(1)
  })

  it('judges the whole message when the exceptions cannot be read', () => {
    const seen: string[] = []
    const layer = {
      ...fixedLayer('a'),
      judge: (text: string) => {
        seen.push(text)
        return fixedLayer('a').judge(text, [])
      },
    }
    const detector = {
      ...detectorOf([layer]),
      except: () => {
        throw new Error('torn')
      },
    }
    expect(assess('all of it', [], detector)).toMatchObject({ verdict: 'none', evidence: [] })
    expect(seen).toEqual(['all of it'])
    expect(detector.failures).toEqual(['exceptions: torn'])
    const odd = {
      ...detectorOf([layer]),
      except: () => {
        throw 'torn'
      },
    }
    assess('all of it', [], odd)
    expect(odd.failures).toEqual(['exceptions: torn'])
  })
})
