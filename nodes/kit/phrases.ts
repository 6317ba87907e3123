import type { Locale } from '../../schema/text.ts'

/**
 * Every phrase that is built in, in English and Welsh: the only visitor words that do not stand in a flow. `{name}` is a
 * hole. The Welsh is a draft: a force has it reviewed by a Welsh speaker before use.
 */
export const phrases = {
  yes: ['Yes', 'Ydw'],
  no: ['No', 'Nac ydw'],
  'safety.question': ['Is anyone in danger right now?', 'Oes rhywun mewn perygl nawr?'],
  'safety.help': [
    'This includes a crime that is happening now, a fire, or someone who is badly hurt.',
    'Mae hyn yn cynnwys trosedd sy’n digwydd nawr, tân, neu rywun sydd wedi brifo’n wael.',
  ],
  'safety.yes': ['Yes, someone is in danger', 'Oes, mae rhywun mewn perygl'],
  'safety.no': ['No, nobody is in danger', 'Nac oes, does neb mewn perygl'],
  'safety.third': [
    'Someone is being hurt or made to feel afraid, or I am not sure',
    'Mae rhywun yn cael ei frifo neu’n cael ei ddychryn, neu dydw i ddim yn siŵr',
  ],
  'intent.question': ['What would you like to tell us about?', 'Am beth hoffech chi ddweud wrthym ni?'],
  'survey.question': ['How was this contact for you?', 'Sut oedd y cyswllt hwn i chi?'],
  'interview.review': ['Check your answers.', 'Gwiriwch eich atebion.'],
} as const satisfies Record<string, readonly [english: string, welsh: string]>
export type PhraseKey = keyof typeof phrases

/** A built-in phrase in the visitor's language: Welsh for `cy…`, English for any other. */
export function phrase(key: PhraseKey, locale: Locale, holes: Record<string, string | number> = {}): string {
  const [english, welsh] = phrases[key]
  return (locale.startsWith('cy') ? welsh : english).replace(/\{(\w+)\}/g, (hole, name: string) =>
    String(holes[name] ?? hole),
  )
}

/** A built-in phrase for each of a flow's languages that it exists in, as the first words of a new node. */
export function phraseText(key: PhraseKey, locales: readonly Locale[] = ['en-GB']): Record<Locale, string> {
  const known = locales.filter((locale) => /^(en|cy)\b/.test(locale))
  return Object.fromEntries((known.length ? known : ['en-GB']).map((locale) => [locale, phrase(key, locale)]))
}

/** An empty text for each of a flow's languages: words that only the designer can write. */
export function emptyText(locales: readonly Locale[] = ['en-GB']): Record<Locale, string> {
  return Object.fromEntries(locales.map((locale) => [locale, '']))
}
