import type { Locale } from '../../schema/text.ts'

/**
 * Every phrase that is built in, in English and Welsh: the only visitor words that do not stand in a flow. `{name}` is a
 * hole. The Welsh is a draft: a force has it reviewed by a Welsh speaker before use.
 */
export const phrases = {
  yes: ['Yes', 'Ie'],
  no: ['No', 'Na'],

  'safety.question': ['Is anyone in danger right now?', 'Oes rhywun mewn perygl nawr?'],
  'safety.help': [
    'A crime that is happening, a fire, or someone badly hurt.',
    'Trosedd sy’n digwydd nawr, tân, neu rywun wedi’i anafu’n wael.',
  ],
  'safety.yes': ['Yes, someone is in danger', 'Oes, mae rhywun mewn perygl'],
  'safety.no': ['No, nobody is in danger', 'Nac oes, does neb mewn perygl'],
  'safety.third': [
    'Someone is being hurt or made to feel afraid, or I am not sure',
    'Mae rhywun yn cael ei frifo neu ei ddychryn, neu dydw i ddim yn siŵr',
  ],
  'safety.unclear': [
    'Choose one of the answers. If someone is in danger, call 999 now.',
    'Dewiswch un o’r atebion. Os oes rhywun mewn perygl, ffoniwch 999 nawr.',
  ],
  'safety.silent': [
    'We have not heard from you for a long time. This chat is closed. If someone is in danger, call 999 now.',
    'Dydyn ni ddim wedi clywed gennych chi ers amser hir. Mae’r sgwrs hon wedi cau. Os oes rhywun mewn perygl, ffoniwch 999 nawr.',
  ],

  'intent.question': ['What would you like to tell us about?', 'Am beth hoffech chi ddweud wrthym ni?'],
  'intent.other': ['Something else', 'Rhywbeth arall'],
  'intent.which': ['Which of these do you mean?', 'Pa un o’r rhain ydych chi’n ei feddwl?'],
  'intent.more': ['Tell us in a few words what happened.', 'Dywedwch wrthym mewn ychydig eiriau beth ddigwyddodd.'],

  'question.confirm': ['You said: {answer}. Is that right?', 'Dywedoch chi: {answer}. Ydy hynny’n iawn?'],
  'question.gave-up': [
    'We could not understand the answer. We will go on without it.',
    'Doedden ni ddim yn gallu deall yr ateb. Byddwn ni’n mynd ymlaen hebddo.',
  ],
  idle: [
    'We have not heard from you for a long time. We have stopped waiting for an answer.',
    'Dydyn ni ddim wedi clywed gennych chi ers amser hir. Rydyn ni wedi stopio aros am ateb.',
  ],

  'interview.review': ['Check your answers.', 'Gwiriwch eich atebion.'],
  'interview.confirm': ['These are right', 'Mae’r rhain yn gywir'],
  'interview.change': ['Change: {field}', 'Newid: {field}'],
  'interview.which': ['Choose the answer that you want to change.', 'Dewiswch yr ateb rydych chi am ei newid.'],
  'interview.not-given': ['Not given', 'Heb ei roi'],
  'interview.form': [
    'Fill in your answers, then send them together.',
    'Llenwch eich atebion, yna anfonwch nhw gyda’i gilydd.',
  ],
  'interview.gave-up': [
    'We could not understand one of the answers. We have kept the others.',
    'Doedden ni ddim yn gallu deall un o’r atebion. Rydyn ni wedi cadw’r lleill.',
  ],

  'answer.needed': [
    'We need an answer here. You can also ask for a person.',
    'Mae angen ateb yma. Gallwch hefyd ofyn am berson.',
  ],
  'answer.choice': ['Choose one of the answers.', 'Dewiswch un o’r atebion.'],
  'answer.choices': [
    'Choose from the answers. You can choose more than one.',
    'Dewiswch o’r atebion. Gallwch ddewis mwy nag un.',
  ],
  'answer.too-few': ['Choose at least {least}.', 'Dewiswch o leiaf {least}.'],
  'answer.too-many': ['Choose {most} at most.', 'Dewiswch {most} ar y mwyaf.'],
  'answer.yes-no': ['Answer yes or no.', 'Atebwch ie neu na.'],
  'answer.short': ['Write at least {least} characters.', 'Ysgrifennwch o leiaf {least} nod.'],
  'answer.long': ['Make it shorter: {most} characters at most.', 'Gwnewch ef yn fyrrach: {most} nod ar y mwyaf.'],
  'answer.number': ['Enter one number, such as 3.', 'Rhowch un rhif, fel 3.'],
  'answer.least': ['Enter {least} or more.', 'Rhowch {least} neu fwy.'],
  'answer.most': ['Enter {most} or less.', 'Rhowch {most} neu lai.'],
  'answer.date': [
    'Enter a date, such as 20 November 2026 or yesterday.',
    'Rhowch ddyddiad, fel 20 Tachwedd 2026 neu ddoe.',
  ],
  'answer.datetime': [
    'Enter a day and a time, such as yesterday 6pm or 20 November 2026 18:00.',
    'Rhowch ddiwrnod ac amser, fel ddoe 6pm neu 20 Tachwedd 2026 18:00.',
  ],
  'answer.time-missing': [
    'Add the time, such as yesterday 6pm. A rough time is enough.',
    'Ychwanegwch yr amser, fel ddoe 6pm. Mae amser bras yn ddigon.',
  ],
  'answer.time-unclear': ['Say morning or evening, such as 6am or 6pm.', 'Dywedwch fore neu nos, fel 6am neu 6pm.'],
  'answer.earliest': ['It has to be {moment} or later.', 'Mae’n rhaid iddo fod yn {moment} neu’n hwyrach.'],
  'answer.latest': ['It has to be {moment} or earlier.', 'Mae’n rhaid iddo fod yn {moment} neu’n gynharach.'],
  'answer.future': ['It cannot be in the future.', 'Ni all fod yn y dyfodol.'],
  'answer.past': ['It cannot be in the past.', 'Ni all fod yn y gorffennol.'],
  'answer.phone': ['Enter a phone number, such as 07700 900123.', 'Rhowch rif ffôn, fel 07700 900123.'],
  'answer.email': [
    'Enter an email address, such as name@example.com.',
    'Rhowch gyfeiriad e-bost, fel enw@example.com.',
  ],
  'answer.place': [
    'Enter a place, such as a street and town, or a postcode.',
    'Rhowch le, fel stryd a thref, neu god post.',
  ],
  'answer.reference': [
    'Enter the reference as it was given to you, such as NM-26-004512.',
    'Rhowch y cyfeirnod fel y’i rhoddwyd i chi, fel NM-26-004512.',
  ],
  'answer.file': ['Choose a file and send it.', 'Dewiswch ffeil a’i hanfon.'],
  'answer.pattern': [
    'Check how this is written, and enter it again.',
    'Gwiriwch sut mae hwn wedi’i ysgrifennu, a rhowch ef eto.',
  ],
  'pattern.postcode': ['Enter a full postcode, such as NM1 4QT.', 'Rhowch god post llawn, fel NM1 4QT.'],
  'pattern.vehicle-registration': [
    'Enter a number plate, such as AB12 CDE.',
    'Rhowch rif cofrestru cerbyd, fel AB12 CDE.',
  ],
  'pattern.digits': ['Enter digits only, such as 1234.', 'Rhowch ddigidau yn unig, fel 1234.'],
  'pattern.imei': [
    'Enter the 15 digits of the phone. Dial *#06# on it to see them.',
    'Rhowch 15 digid y ffôn. Deialwch *#06# arno i’w gweld.',
  ],

  'http.unknown': [
    'We can’t confirm that this was received. Do not rely on it. You can ask for a person, or call [101](tel:101).',
    'Ni allwn gadarnhau bod hwn wedi cyrraedd. Peidiwch â dibynnu arno. Gallwch ofyn am berson, neu ffonio [101](tel:101).',
  ],

  'answers.ask': ['What would you like to know?', 'Beth hoffech chi ei wybod?'],
  'answers.helped': ['Did this help?', 'Oedd hyn o help?'],
  'answers.not-found': [
    'I don’t know. You can ask for a person, or call [101](tel:101).',
    'Dydw i ddim yn gwybod. Gallwch ofyn am berson, neu ffonio [101](tel:101).',
  ],

  'handover.waiting': [
    'You are waiting for a person. They can see what you have told us.',
    'Rydych chi’n aros am berson. Gallant weld yr hyn rydych wedi’i ddweud wrthym.',
  ],
  'handover.nobody': [
    'Nobody is free just now. We will keep trying for a few minutes. You can also call [101](tel:101).',
    'Does neb yn rhydd ar hyn o bryd. Byddwn yn dal i geisio am ychydig funudau. Gallwch hefyd ffonio [101](tel:101).',
  ],
  'handover.reassure': [
    'You are still in the queue. We have kept what you wrote.',
    'Rydych chi’n dal yn y ciw. Rydyn ni wedi cadw’r hyn ysgrifennoch chi.',
  ],
  'handover.offer': [
    'Nobody has been able to join yet. You can keep waiting, or call [101](tel:101).',
    'Does neb wedi gallu ymuno eto. Gallwch ddal i aros, neu ffonio [101](tel:101).',
  ],
  'handover.stay': ['Keep waiting', 'Dal i aros'],
  'handover.call-back': ['Ask for a call back', 'Gofyn am alwad yn ôl'],
  'handover.ask-number': ['Which number should we ring?', 'Pa rif dylen ni ffonio?'],
  'handover.will-call': [
    'We have your number. A person from our team will ring you. We can’t say when. If it can’t wait, call [101](tel:101).',
    'Mae eich rhif gennym. Bydd person o’n tîm yn eich ffonio. Ni allwn ddweud pryd. Os na all aros, ffoniwch [101](tel:101).',
  ],
  'handover.leave': ['Stop waiting', 'Stopio aros'],
  'handover.unavailable': [
    'Nobody could join you. We are sorry. We have kept what you wrote. You can call [101](tel:101).',
    'Nid oedd neb yn gallu ymuno â chi. Mae’n ddrwg gennym. Rydyn ni wedi cadw’r hyn ysgrifennoch chi. Gallwch ffonio [101](tel:101).',
  ],
  'handover.closed': [
    'This team is closed now. You can call [101](tel:101) at any time.',
    'Mae’r tîm hwn ar gau nawr. Gallwch ffonio [101](tel:101) ar unrhyw adeg.',
  ],
  'handover.kept': [
    'We have told our team about your message. You can keep writing if it is safe. We keep all of it.',
    'Rydyn ni wedi dweud wrth ein tîm am eich neges. Gallwch ddal i ysgrifennu os yw’n ddiogel. Rydyn ni’n cadw’r cyfan.',
  ],

  'report.recorded': ['Your report is recorded.', 'Mae eich adroddiad wedi’i gofnodi.'],
  'report.reference': ['Reference', 'Cyfeirnod'],
  'report.made': ['Recorded', 'Cofnodwyd'],
  'report.next': ['What happens next', 'Beth sy’n digwydd nesaf'],
  'report.print': ['Open a page that you can print or keep', 'Agor tudalen y gallwch ei hargraffu neu ei chadw'],
  'report.danger': [
    'If someone is in danger, call 999. For everything else, call 101.',
    'Os oes rhywun mewn perygl, ffoniwch 999. Ar gyfer popeth arall, ffoniwch 101.',
  ],

  'survey.question': ['How was this contact for you?', 'Sut oedd y cyswllt hwn i chi?'],
  'survey.thanks': ['Thank you. Your answer helps us.', 'Diolch. Mae eich ateb yn ein helpu.'],
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
