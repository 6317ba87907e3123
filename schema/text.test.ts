import { expect, it } from 'vitest'
import { Locale, localise, missingLocales, Text } from './text.ts'

it.each(['en-GB', 'cy-GB', 'cy', 'pl', 'zh-Hant-TW', 'ur-PK', 'ngh'])('accepts the language %s', (locale) => {
  expect(Locale.safeParse(locale).success).toBe(true)
})
it.each([
  '',
  'EN',
  'english',
  'en_GB',
  'en-',
  '-GB',
  'en-ab-cd',
  'en GB',
  'constructor',
  '__proto__',
  `en${'-abcdefgh'.repeat(9)}`,
  'e1',
])('refuses the language %s', (locale) => {
  expect(Locale.safeParse(locale).success).toBe(false)
})

it('accepts words for every language, or words by language', () => {
  expect(Text.safeParse('Hello').success).toBe(true)
  expect(Text.safeParse({ 'en-GB': 'Hello', 'cy-GB': 'Helô' }).success).toBe(true)
  for (const bad of [7, null, [], ['Hello'], { English: 'Hello' }, { 'en-GB': 7 }, 'x'.repeat(10_001)])
    expect(Text.safeParse(bad).success).toBe(false)
})

it('speaks the visitor’s language, else the flow’s, else any that has words', () => {
  const text = { 'en-GB': 'Hello', 'cy-GB': '', pl: 'Cześć' }
  expect(localise(text, 'en-GB')).toBe('Hello')
  expect(localise(text, 'cy-GB', ['en-GB'])).toBe('Hello')
  expect(localise(text, 'cy-GB', ['pl', 'en-GB'])).toBe('Cześć')
  expect(localise({ 'cy-GB': '  ', pl: 'Cześć' }, 'cy-GB', ['en-GB'])).toBe('Cześć')
  expect(localise('Hello', 'cy-GB')).toBe('Hello')
  expect(localise({}, 'en-GB', ['cy-GB'])).toBe('')
  expect(localise(undefined, 'en-GB')).toBe('')
  expect(localise({ pl: 'Cześć' }, 'constructor')).toBe('Cześć')
})

it('names the languages in which nothing is said', () => {
  const locales = ['en-GB', 'cy-GB']
  expect(missingLocales({ 'en-GB': 'Hello' }, locales)).toEqual(['cy-GB'])
  expect(missingLocales({ 'en-GB': ' ', 'cy-GB': 'Helô' }, locales)).toEqual(['en-GB'])
  expect(missingLocales('Hello', locales)).toEqual([])
  expect(missingLocales(' ', locales)).toEqual(locales)
  expect(missingLocales(undefined, locales)).toEqual(locales)
})
