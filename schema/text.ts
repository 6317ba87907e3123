import { z } from 'zod'

/** A language tag as flows use it, for example `en-GB` or `cy-GB`. */
export const Locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language tag such as en-GB')
  .refine(isLanguageTag, 'Use a language tag such as en-GB')
export type Locale = z.infer<typeof Locale>

/** True where dates and numbers can be written for it: `en-ab-cd` has the shape of a tag, and is none. */
function isLanguageTag(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1
  } catch {
    return false
  }
}

/** Words shown to visitors: one string for every language, or one string for each locale. */
export const Text = z.union([z.string().max(10_000), z.record(Locale, z.string().max(10_000))])
export type Text = z.infer<typeof Text>

/** The words of `text` in `locale`; where they are missing, those of the first of `fallbacks` that has some, else ''. */
export function localise(text: Text | undefined, locale: Locale, fallbacks: readonly Locale[] = []): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  for (const candidate of [locale, ...fallbacks]) {
    const words = Object.hasOwn(text, candidate) ? text[candidate] : undefined
    if (words?.trim()) return words
  }
  return Object.values(text).find((words) => words.trim() !== '') ?? ''
}

/** The locales of `locales` in which `text` says nothing. A plain string counts for every locale. */
export function missingLocales(text: Text | undefined, locales: readonly Locale[]): Locale[] {
  if (text === undefined) return [...locales]
  if (typeof text === 'string') return text.trim() === '' ? [...locales] : []
  return locales.filter((locale) => !text[locale]?.trim())
}
