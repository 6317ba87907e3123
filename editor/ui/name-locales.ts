const languages = new Intl.DisplayNames('en-GB', { type: 'language' })

/** `en-GB, cy-GB` as "English, Welsh". */
export function nameLocales(locales: readonly string[]): string {
  return [...new Set(locales.map((locale) => languages.of(locale.split('-')[0] ?? locale) ?? locale))].join(', ')
}
