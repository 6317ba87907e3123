import { cy } from './cy.ts'
import { en, type Words } from './en.ts'

/** The widget's own words in the language of `locale`; English where it has none. */
export const wordsOf = (locale: string): Words => (locale.startsWith('cy') ? cy : en)

/** The language that `wordsOf(locale)` is in, for `lang`. */
export const languageOf = (locale: string): string => (locale.startsWith('cy') ? 'cy' : 'en')

/** "7:41pm". */
export function clockTime(at: string, words: Words): string {
  const moment = new Date(at)
  const hours = moment.getHours()
  return `${hours % 12 || 12}:${String(moment.getMinutes()).padStart(2, '0')}${hours < 12 ? words.am : words.pm}`
}
