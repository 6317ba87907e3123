import { describe, expect, it } from 'vitest'
import { assess } from './assess.ts'
import { findBareCry } from './bare-cry.ts'
import { readLabelled } from './labelled/read-labelled.ts'
import { openDetector } from './open-detector.ts'
import { readWords } from './read-words.ts'

const detector = openDetector()

describe('a cry and nothing else', () => {
  it.each([
    'man stabbed',
    'stabbed',
    "I'm bleeding",
    'been shot',
    'Someone has been shot!!',
    'my baby is choking',
    'choking help',
    'friend unconscious on floor',
    'boy drowning in river please hurry',
    'intruder in my house',
    'sos',
  ])('%j is an emergency', (text) => {
    const found = assess(text, [], detector)
    expect(found.verdict).toBe('emergency')
    expect(findBareCry(readWords(text))?.evidence[0]?.span).toEqual([0, text.replace(/!+$/, '').length])
  })

  it.each([
    'nobody stabbed',
    'not bleeding',
    'he was stabbed in 2019',
    'was anyone shot',
    'bleeding the radiators',
    'drowning in paperwork',
    'choking hazard',
    'collapsed shed',
    'help',
    'my house',
    '',
    `stabbed ${'now '.repeat(7)}`,
  ])('%j is none', (text) => {
    expect(findBareCry(readWords(text))).toBeUndefined()
  })

  it('is in no labelled message that is not an emergency', () => {
    const wrong = [...readLabelled(), ...readLabelled(new URL('labelled/next/', import.meta.url))].filter(
      ({ text, label }) => label !== 'emergency' && findBareCry(readWords(text)),
    )
    expect(wrong).toEqual([])
  })
})
