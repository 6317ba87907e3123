import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

/** The widget's own words in the language of `locale`; English where it has none. */
export const wordsOf = (locale: string): Words => (languageOf(locale) === 'cy' ? cy : en)

/** The language that `wordsOf(locale)` is in, for `lang`. */
export const languageOf = (locale: string): string => (locale.startsWith('cy') ? 'cy' : 'en')

/** "7:41pm". */
export const clockTime = (at: string) =>
  new Date(at)
    .toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit', hour12: true })
    .replace(/\s/, '')
    .toLowerCase()
