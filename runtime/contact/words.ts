import type { Locale } from '../../schema/text.ts'

/** What Signpost itself says, whatever the flow. Welsh is a draft until a speaker of the force has read it. */
const phrases = {
  'flow-failed': {
    en: 'Something went wrong on our side. We will get a person for you. If you can’t wait, call [101](tel:101).',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Byddwn yn cael person i chi. Os na allwch aros, ffoniwch [101](tel:101).',
  },
  'kept-emergency': {
    en: 'We have told our team about your message. You can keep writing if it is safe.',
    cy: 'Rydym wedi dweud wrth ein tîm am eich neges. Gallwch ddal i ysgrifennu os yw’n ddiogel.',
  },
  'asked-for-person': {
    en: 'I will get someone for you. They can see what you have told us.',
    cy: 'Fe gaf i rywun i chi. Gallant weld yr hyn rydych wedi’i ddweud wrthym.',
  },
  passed: {
    en: 'We are passing you to another colleague. They can see what you have told us.',
    cy: 'Rydym yn eich trosglwyddo i gydweithiwr arall. Gallant weld yr hyn rydych wedi’i ddweud wrthym.',
  },
  'passed-to-team': {
    en: 'We are passing you to another team: {team}. They can see what you have told us.',
    cy: 'Rydym yn eich trosglwyddo i dîm arall: {team}. Gallant weld yr hyn rydych wedi’i ddweud wrthym.',
  },
  silent: {
    en: 'We are sorry that nobody has answered you yet. Our team has been told. If you can’t wait, call [101](tel:101). In an emergency call [999](tel:999).',
    cy: 'Mae’n ddrwg gennym nad oes neb wedi eich ateb eto. Mae ein tîm wedi cael gwybod. Os na allwch aros, ffoniwch [101](tel:101). Mewn argyfwng ffoniwch [999](tel:999).',
  },
  'limit-person': {
    en: 'Many people are writing to us now, so a person will answer you here. You can write your question while you wait. In an emergency call [999](tel:999).',
    cy: 'Mae llawer o bobl yn ysgrifennu atom nawr, felly bydd person yn eich ateb yma. Gallwch ysgrifennu eich cwestiwn wrth aros. Mewn argyfwng ffoniwch [999](tel:999).',
  },
  'limit-call-back': {
    en: 'Many people are writing to us now. Leave your number and a person will ring you. If you can’t wait, call [101](tel:101). In an emergency call [999](tel:999).',
    cy: 'Mae llawer o bobl yn ysgrifennu atom nawr. Gadewch eich rhif a bydd person yn eich ffonio. Os na allwch aros, ffoniwch [101](tel:101). Mewn argyfwng ffoniwch [999](tel:999).',
  },
  'limit-numbers': {
    en: 'Many people are writing to us now, and we cannot answer you here. Call [101](tel:101), or try again later. In an emergency call [999](tel:999). If you can’t speak, press **55** when asked.',
    cy: 'Mae llawer o bobl yn ysgrifennu atom nawr, ac ni allwn eich ateb yma. Ffoniwch [101](tel:101), neu rhowch gynnig arall arni yn nes ymlaen. Mewn argyfwng ffoniwch [999](tel:999). Os na allwch siarad, pwyswch **55** pan ofynnir i chi.',
  },
  'nobody-there': {
    en: 'Nobody can join this chat now. You can go on here, or call [101](tel:101).',
    cy: 'Ni all neb ymuno â’r sgwrs hon nawr. Gallwch fynd ymlaen yma, neu ffonio [101](tel:101).',
  },
} as const

/** One of Signpost's own phrases, in the visitor's language. `team` stands for a department's name. */
export function phrase(id: keyof typeof phrases, locale: Locale, team = ''): string {
  return phrases[id][locale.startsWith('cy') ? 'cy' : 'en'].replace('{team}', team)
}
