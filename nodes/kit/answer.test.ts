import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FieldKind, fieldKinds } from '../../schema/prompt.ts'
import { readAnswer } from './answer.ts'
import { FieldSettings } from './field-settings.ts'
import type { RawAnswer } from './refuse.ts'
import { testContext } from './test-context.ts'

const context = testContext({ files: { fil_1: 'photo.jpg' } })
const welsh = testContext({ locale: 'cy-GB' })
const choices = [
  { value: 'phone', label: { 'en-GB': 'A phone', 'cy-GB': 'Ffôn' } },
  { value: 'wallet', label: { 'en-GB': 'A wallet or purse', 'cy-GB': 'Waled neu bwrs' } },
  { value: 'other', label: { 'en-GB': 'Something else', 'cy-GB': 'Rhywbeth arall' } },
]

describe('readAnswer', () => {
  it.each<[FieldKind, RawAnswer, RawAnswer, Partial<FieldSettings>?]>([
    ['text', '  A red\tbike ', 'A red bike'],
    ['text', 'zero\u200bwidth\u0007', 'zerowidth'],
    ['long-text', 'One.\r\nTwo.', 'One.\nTwo.'],
    ['text', 'nm14qt', 'NM1 4QT', { pattern: 'postcode' }],
    ['text', 'ab12cde', 'AB12 CDE', { pattern: 'vehicle-registration' }],
    ['text', '12 34', '1234', { pattern: 'digits' }],
    ['text', '49-015420-323751-8', '490154203237518', { pattern: 'imei' }],
    ['text', 'AB-99', 'AB-99', { pattern: { expression: '[A-Z]{2}-[0-9]+' } }],
    ['choice', 'phone', 'phone', { choices }],
    ['choice', 'a PHONE.', 'phone', { choices }],
    ['choice', '2', 'wallet', { choices }],
    ['choice', 'purse', 'wallet', { choices }],
    ['choices', ['other', 'phone', 'phone'], ['phone', 'other'], { choices }],
    ['choices', 'phone and something else', ['phone', 'other'], { choices }],
    ['choices', '1, 3', ['phone', 'other'], { choices }],
    ['yes-no', true, true],
    ['yes-no', 'Yes please', true],
    ['yes-no', 'nope', false],
    ['yes-no', 'Nac ydw', false],
    ['yes-no', 'Oes', true],
    ['number', 4, 4],
    ['number', 'about 1,200', 1200],
    ['number', '£45.50', 45.5],
    ['number', 'three', 3],
    ['number', '-3', -3],
    ['date', '20/11/2026', '2026-11-20'],
    ['date', 'yesterday', '2026-11-20', { latest: 'today' }],
    ['datetime', 'yesterday 6pm', '2026-11-20T18:00', { latest: 'now' }],
    ['phone', '+44 7700 900123', '07700 900123'],
    ['phone', '020 7946 0018', '020 7946 0018'],
    ['phone', '01632 960001', '01632 960001'],
    ['phone', '+33 1 23 45 67 89', '+33 1 23 45 67 89'],
    ['email', 'Ann.Lee@example.co.uk', 'Ann.Lee@example.co.uk'],
    ['place', 'nm1 4qt', 'NM1 4QT'],
    ['place', 'Outside the library, High Street', 'Outside the library, High Street'],
    ['reference', 'nm-26-004512', 'NM-26-004512'],
    ['file', 'fil_1', 'fil_1'],
    ['date', '', null, { optional: true }],
    ['choices', [], null, { optional: true, choices }],
  ])('%s takes %j as %j', (kind, raw, value, settings = {}) => {
    expect(readAnswer(FieldSettings.parse({ ...settings, kind }), raw, context)).toEqual({ ok: true, value })
  })

  it.each<[FieldKind, RawAnswer, string, Partial<FieldSettings>?]>([
    ['text', '   ', 'We need an answer here. You can also ask for a person.'],
    ['text', 'ab', 'Write at least 3 characters.', { min: 3 }],
    ['text', 'abcdef', 'Make it shorter: 5 characters at most.', { max: 5 }],
    ['text', 'NM1', 'Enter a full postcode, such as NM1 4QT.', { pattern: 'postcode' }],
    ['text', 'x', 'Check how this is written, and enter it again.', { pattern: { expression: '[0-9]+' } }],
    ['text', '490154203237519', 'Enter the 15 digits of the phone. Dial *#06# on it to see them.', { pattern: 'imei' }],
    ['choice', 'a', 'Choose one of the answers.', { choices }],
    ['choice', '9', 'Choose one of the answers.', { choices }],
    ['choices', ['phone', 'x'], 'Choose from the answers. You can choose more than one.', { choices }],
    ['choices', ['phone'], 'Choose at least 2.', { choices, min: 2 }],
    ['choices', ['phone', 'other'], 'Choose 1 at most.', { choices, max: 1 }],
    ['yes-no', 'not sure', 'Answer yes or no.'],
    ['yes-no', 'yes and no', 'Answer yes or no.'],
    ['number', '3 or 4', 'Enter one number, such as 3.'],
    ['number', Number.NaN, 'Enter one number, such as 3.'],
    ['number', Number.POSITIVE_INFINITY, 'Enter one number, such as 3.'],
    ['number', '0', 'Enter 1 or more.', { min: 1 }],
    ['number', '2000', 'Enter 1,000 or less.', { max: 1000 }],
    ['date', '31/02/2026', 'Enter a date, such as 20 November 2026 or yesterday.'],
    ['date', 'tomorrow', 'It cannot be in the future.', { latest: 'today' }],
    ['date', 'yesterday', 'It cannot be in the past.', { earliest: 'today' }],
    ['date', '01/01/2026', 'It has to be 22 October 2026 or later.', { earliest: 'today-30' }],
    ['datetime', '11am today', 'It cannot be in the future.', { latest: 'now' }],
    ['datetime', 'yesterday', 'Add the time, such as yesterday 6pm. A rough time is enough.'],
    ['datetime', 'yesterday at 6', 'Say morning or evening, such as 6am or 6pm.'],
    ['phone', '999', 'Enter a phone number, such as 07700 900123.'],
    ['phone', '12345', 'Enter a phone number, such as 07700 900123.'],
    ['email', 'a@b', 'Enter an email address, such as name@example.com.'],
    ['email', 'a b@example.com', 'Enter an email address, such as name@example.com.'],
    ['place', '?', 'Enter a place, such as a street and town, or a postcode.'],
    ['reference', 'no idea', 'Enter the reference as it was given to you, such as NM-26-004512.'],
    ['file', 'fil_2', 'Choose a file and send it.'],
  ])('%s answers %j with "%s"', (kind, raw, error, settings = {}) => {
    expect(readAnswer(FieldSettings.parse({ ...settings, kind }), raw, context)).toEqual({ ok: false, error })
  })

  it('says in Welsh what is wrong to a visitor who reads Welsh', () => {
    expect(readAnswer(FieldSettings.parse({ kind: 'yes-no' }), 'efallai', welsh)).toEqual({
      ok: false,
      error: 'Atebwch ie neu na.',
    })
  })

  it('uses the words of the force where there are some', () => {
    const field = FieldSettings.parse({ kind: 'number', error: { 'en-GB': 'How many bikes? Write a number.' } })
    expect(readAnswer(field, 'lots', context)).toEqual({ ok: false, error: 'How many bikes? Write a number.' })
  })

  it('never throws, keeps only what the kind can be, and reads its own answer again as the same', () => {
    const raw = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.stringMatching(/^[0-9a-z:/. -]{0,24}$/),
      fc.double(),
      fc.boolean(),
      fc.array(fc.string({ maxLength: 10 }), { maxLength: 4 }),
      fc.constant(null),
    )
    fc.assert(
      fc.property(fc.constantFrom(...fieldKinds), raw, (kind, answer) => {
        const field = FieldSettings.parse({ kind, choices })
        const read = readAnswer(field, answer, context)
        if (!read.ok) expect(read.error).toMatch(/\.$/)
        else expect(readAnswer(field, read.value, context)).toEqual(read)
      }),
      { numRuns: 3_000 },
    )
  })
})
