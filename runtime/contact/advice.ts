import type { EventBody } from '../../schema/event.ts'
import type { Locale } from '../../schema/text.ts'

/**
 * The emergency advice. A force can add words after these, never remove any. Each line is markup; the first is the
 * heading. Sources: the NPCC's published advice on silent calls (55), emergencysms.net, 999bsl.co.uk, relayuk.bt.com.
 */
const emergency: Record<'en' | 'cy', string[]> = {
  en: [
    'Call 999 now',
    '[Call 999](tel:999)',
    '**If you can’t speak**\nCall 999 from a mobile. When asked, press **55**.',
    '**If you are deaf or can’t use voice**\n[999 BSL](https://999bsl.co.uk) for sign language.\nRelay UK: dial [18000](tel:18000).\nText 999, if you have signed up.',
  ],
  cy: [
    'Ffoniwch 999 nawr',
    '[Ffonio 999](tel:999)',
    '**Os na allwch siarad**\nFfoniwch 999 o ffôn symudol. Pan ofynnir i chi, pwyswch **55**.',
    '**Os ydych yn fyddar neu’n methu defnyddio llais**\n[999 BSL](https://999bsl.co.uk) ar gyfer iaith arwyddion.\nRelay UK: deialwch [18000](tel:18000).\nTecstiwch 999, os ydych wedi cofrestru.',
  ],
}

const safeguarding: Record<'en' | 'cy', string[]> = {
  en: [
    'Thank you for telling us',
    'A person from our team will read this. You do not have to give your name.',
    'If you are in danger now, call [999](tel:999). If you can’t speak, press **55** when asked.',
  ],
  cy: [
    'Diolch am ddweud wrthym',
    'Bydd person o’n tîm yn darllen hwn. Nid oes rhaid i chi roi eich enw.',
    'Os ydych mewn perygl nawr, ffoniwch [999](tel:999). Os na allwch siarad, pwyswch **55** pan ofynnir i chi.',
  ],
}

/**
 * The advice event for a verdict, in the visitor's language. `words` are the force's own: for an emergency they stand
 * below the advice, which is complete without them; for safeguarding they stand where ours would, before the 999 line.
 */
export function adviceFor(verdict: 'emergency' | 'safeguarding', locale: Locale, words = ''): EventBody {
  const language = locale.startsWith('cy') ? 'cy' : 'en'
  const own = words.split(/\n{2,}/).filter((line) => line.trim() !== '')
  const lines =
    verdict === 'emergency'
      ? [...emergency[language], ...own]
      : own.length === 0
        ? safeguarding[language]
        : [...safeguarding[language].slice(0, 1), ...own, ...safeguarding[language].slice(2)]
  return { type: 'advice', verdict, lines, lang: locale }
}
