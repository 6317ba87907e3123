import { describe, expect, it } from 'vitest'
import { emptyText, type PhraseKey, phrase, phrases, phraseText } from './phrases.ts'

const keys = Object.keys(phrases).filter((key): key is PhraseKey => key in phrases)

describe('every built-in phrase', () => {
  it.each(keys)('%s is there in English and Welsh, with the same holes', (key) => {
    const [english, welsh] = phrases[key]
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()
    expect(english.trim()).not.toBe('')
    expect(welsh.trim()).not.toBe('')
    expect(holes(welsh)).toEqual(holes(english))
  })

  it.each(keys)(
    '%s is plain: short sentences, no exclamation marks, no promises, none of the words we do not use',
    (key) => {
      for (const text of phrases[key]) {
        expect(text).not.toMatch(
          /!|please note|kindly|regarding|utilise|invalid|officers? (is|are)|on (the|their) way/i,
        )
        for (const sentence of text.split(/[.?:]\s/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15)
      }
    },
  )

  it.each(keys.filter((key) => key.startsWith('answer.') || key.startsWith('pattern.')))(
    '%s says how to put it right',
    (key) => {
      expect(phrases[key][0]).toMatch(/^(Enter|Choose|Answer|Write|Make|Add|Say|Check|We need|It (has to|cannot))/)
    },
  )
})

describe('phrase', () => {
  it('speaks Welsh to Welsh locales and English to all others', () => {
    expect([phrase('yes', 'cy'), phrase('yes', 'cy-GB'), phrase('yes', 'pl')]).toEqual(['Ie', 'Ie', 'Yes'])
  })

  it('fills its holes, and takes nothing of what is put in for a hole', () => {
    expect(phrase('question.confirm', 'en-GB', { answer: '{answer} $& {x}' })).toBe(
      'You said: {answer} $& {x}. Is that right?',
    )
  })
})

it('gives a new node words in the languages of its flow that are built in', () => {
  expect(phraseText('yes', ['en-GB', 'cy-GB', 'pl'])).toEqual({ 'en-GB': 'Yes', 'cy-GB': 'Ie' })
  expect(phraseText('yes', ['pl'])).toEqual({ 'en-GB': 'Yes' })
  expect(emptyText(['en-GB', 'pl'])).toEqual({ 'en-GB': '', pl: '' })
})
