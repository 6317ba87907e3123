import { nameLocales } from '../../ui/name-locales.ts'
import type { SelectOption } from '../../ui/select-field.tsx'

const locales = ['en-GB', 'cy-GB', 'pl-PL', 'ur-PK', 'pa-IN', 'ro-RO', 'ar', 'pt-PT', 'es-ES', 'bn-BD', 'so-SO']

/** Languages in which a force writes words of its own: a note for people, the detector compares in every language. */
export const languageOptions: SelectOption[] = locales.map((value) => ({ value, label: nameLocales([value]) }))
