import { describe, expect, it } from 'vitest'
import { assess } from './assess.ts'
import { openDetector } from './open-detector.ts'

const detector = openDetector()
const afterQuestion = (text: string, asked: string, opened?: string) =>
  assess(
    text,
    [
      ...(opened === undefined ? [] : [{ from: 'visitor' as const, text: opened }]),
      { from: 'flow' as const, text: asked },
    ],
    detector,
  ).verdict

describe('short answers inside a form', () => {
  it.each([
    ['answer 7', 'Where did you lose your umbrella?'],
    ['7', 'Where did you lose your umbrella?'],
    ['2', 'How many items were taken?'],
    ['flat 7', 'What is your address?'],
    ['number 11', 'Which house is it?'],
    ['SW4 9QT', 'What is your postcode?'],
    ['14/03/2026', 'When did this happen?'],
    ['half past nine', 'What time was it?'],
    ['£45', 'What was it worth?'],
    ['07700 900461', 'What is your phone number?'],
    ['KT19 XPL', 'What is the registration?'],
    ['yes', 'Would you like a crime number?'],
    ['no', 'Did you see who took it?'],
    ['ok', 'I will send you a link. Is that all right?'],
    ['Martin Slaughter', 'What is your name?'],
    ['black', 'What colour is the bag?'],
  ])('%s after "%s" is ordinary', (text, asked) => {
    expect(afterQuestion(text, asked)).toBe('none')
    expect(afterQuestion(text, asked, 'I have lost my umbrella on the bus')).toBe('none')
  })

  it.each(['answer 7', '7', 'flat 7', 'number 11', '3', 'SW4 9QT', '12 March', 'ok', 'yes', 'no', 'Martin', '£45'])(
    '%s by itself is ordinary',
    (text) => {
      expect(assess(text, [], detector).verdict).toBe('none')
    },
  )

  it.each([
    ['yes', 'Is he with you now?', 'my husband has just punched me'],
    ['5', 'If you are in danger and cannot say so, type 5.', 'hello'],
    ['no', 'Is she breathing?', 'my mum has collapsed on the floor'],
    ['flat 7', 'What is your address?', 'he is hitting me and the kids, please come'],
  ])('%s after "%s" is danger when what came before was', (text, asked, opened) => {
    expect(afterQuestion(text, asked, opened)).not.toBe('none')
  })

  const addresses = ['flat 12', 'Flat 3b', 'number 11', 'no 52', 'unit 4', 'house 31']
  const questions = [
    'What is your address?',
    'Which flat?',
    'Where are you?',
    'Where did this happen?',
    'Which number?',
  ]

  it.each([
    'my husband has a knife',
    'she has stopped breathing',
    'there is a man breaking in downstairs',
    'my house is on fire',
    'he wont let me leave and he is drunk',
  ])('an address is part of the danger after "%s", whatever was asked', (opened) => {
    const missed = addresses.flatMap((text) =>
      questions.filter((asked) => afterQuestion(text, asked, opened) === 'none').map((asked) => `${asked} ${text}`),
    )
    expect(missed).toEqual([])
  })

  it.each([
    'my bike was stolen on sunday',
    'noise from next door again',
    'someone scratched my car last week',
    'how do i renew my shotgun licence',
    'I was burgled last month and need an update',
  ])('an address is ordinary after "%s", whatever was asked', (opened) => {
    const alarmed = addresses.flatMap((text) =>
      questions.filter((asked) => afterQuestion(text, asked, opened) !== 'none').map((asked) => `${asked} ${text}`),
    )
    expect(alarmed).toEqual([])
  })
})
