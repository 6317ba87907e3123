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
  'nobody-there': {
    en: 'Nobody can join this chat now. You can go on here, or call [101](tel:101).',
    cy: 'Ni all neb ymuno â’r sgwrs hon nawr. Gallwch fynd ymlaen yma, neu ffonio [101](tel:101).',
  },
} as const

/** One of Signpost's own phrases, in the visitor's language. `team` stands for a department's name. */
export function phrase(id: keyof typeof phrases, locale: Locale, team = ''): string {
  return phrases[id][locale.startsWith('cy') ? 'cy' : 'en'].replace('{team}', team)
}
