import type { ContactDetail, Gathered } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'
import { alert, contactDetail, contactSummary } from './samples.ts'

/** An operator's desk at one moment: four contacts side by side, six that wait. For stories. */
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()

const known = (name: string, label: string, value: string): Gathered => ({
  name,
  label,
  value,
  personal: false,
  state: 'known',
})
const asked = (name: string, label: string): Gathered => ({ ...known(name, label, ''), state: 'asked' })

type Line = [from: 'visitor' | 'flow' | 'operator', text: string, seconds: number]
const log = (lines: readonly Line[], joined: { after: number; seconds: number }): Event[] => {
  const events: Event[] = []
  lines.forEach(([from, text, seconds], index) => {
    if (index === joined.after)
      events.push({
        seq: events.length + 1,
        at: ago(joined.seconds),
        type: 'operator',
        state: 'joined',
        name: 'Priya Nair',
      })
    events.push({
      seq: events.length + 1,
      at: ago(seconds),
      type: 'message',
      from,
      text,
      ...(from === 'operator' ? { name: 'Priya Nair' } : {}),
    })
  })
  return events
}
const mine = { status: 'with-operator', owner: { id: 'u1', name: 'Priya Nair' }, waitingSince: null } as const

const control = 'he goes through my phone every night and wont let me have my own money'

export const tileContacts: ContactDetail[] = [
  contactDetail({
    ...mine,
    id: 'ctc_a',
    number: 48_197,
    verdict: 'safeguarding',
    priority: 'safeguarding',
    category: 'coercive_control',
    intent: null,
    department: 'safeguarding',
    startedAt: ago(700),
    askedAt: ago(98),
    watchers: [{ id: 'u3', name: 'Insp. Marsh' }],
    summary:
      'He goes through my phone every night and wont let me have my own money. If i report it does he find out straight away.',
    gathered: [
      asked('name', 'Name'),
      known('safe', 'Safe to call', 'No. Text after 8pm'),
      known('children', 'Children', 'One, with her'),
    ],
    alerts: [
      alert({
        id: 'alr_a',
        contact: 'ctc_a',
        number: 48_197,
        verdict: 'safeguarding',
        words: control,
        acknowledgedAt: ago(600),
        acknowledgedBy: 'Priya Nair',
        assessment: {
          verdict: 'safeguarding',
          category: 'coercive_control',
          confidence: 0.9,
          evidence: [{ layer: 'words', span: [41, 71], rule: 'money-control', explanation: 'Money is controlled' }],
          detectorVersion: '1',
        },
      }),
    ],
    events: log(
      [
        ['flow', 'You don’t have to give your name. A person from our team will read this.', 640],
        ['visitor', control, 600],
        [
          'operator',
          'Thank you for telling me. You’ve done the right thing by getting in touch. Are you somewhere he can’t see this chat?',
          300,
        ],
        ['visitor', 'yes im at my sisters. if i report it does he find out straight away', 98],
      ],
      { after: 2, seconds: 400 },
    ),
    delivered: 4,
    read: 4,
  }),
  contactDetail({
    ...mine,
    id: 'ctc_b',
    number: 48_188,
    name: 'Callum Reid',
    intent: 'theft_report',
    startedAt: ago(660),
    askedAt: ago(134),
    events: log(
      [
        ['visitor', 'bike stolen outside the library', 600],
        ['visitor', 'yes thats all right, send it', 540],
        ['flow', 'Your report is in. Your reference is **NM/26/119847**.', 530],
        ['operator', 'Hi Callum, I’ve got everything you told us, so no need to repeat it.', 480],
        ['visitor', 'cheers. will someone check the library cameras? they wipe them after a week i think', 134],
      ],
      { after: 3, seconds: 500 },
    ),
    summary: 'Bike stolen outside the library. Will someone check the library cameras?',
    delivered: 5,
    read: 5,
  }),
  contactDetail({
    ...mine,
    id: 'ctc_c',
    number: 48_192,
    name: 'Margaret Doyle',
    intent: 'antisocial_behaviour',
    startedAt: ago(360),
    askedAt: ago(26),
    tags: ['repeat'],
    summary: 'Loud off-road bikes behind Kestrel Close most evenings since October.',
    gathered: [
      known('place', 'Place', 'Kestrel Close, NM4'),
      known('when', 'When', 'Most days, 6 to 9pm'),
      known('earlier', 'Earlier', '3 reports since 2 Oct'),
    ],
    notes: [
      {
        id: 'note_1',
        kind: 'whisper',
        author: { id: 'u3', name: 'Insp. Marsh' },
        text: 'Op Throttle patrols start there Monday. You may tell her.',
        at: ago(20),
      },
    ],
    events: log(
      [
        ['visitor', 'This is the fourth time I have told you and nothing has changed.', 300],
        ['operator', 'I’m sorry, Mrs Doyle. I can see your three earlier reports here.', 90],
        ['visitor', 'Thank you. What happens now?', 26],
      ],
      { after: 0, seconds: 310 },
    ),
    delivered: 3,
    read: 3,
  }),
  contactDetail({
    ...mine,
    id: 'ctc_d',
    number: 48_201,
    intent: 'lost_property',
    startedAt: ago(540),
    summary: 'Left a black rucksack on the number 11 bus this morning.',
    gathered: [
      known('item', 'Item', 'Black Osprey rucksack'),
      known('where', 'Where', 'Bus 11, Station Road'),
      asked('email', 'Email'),
    ],
    events: log(
      [
        ['visitor', 'it has my work laptop in it so im quite worried', 400],
        [
          'operator',
          'I understand. Northmoor Police doesn’t keep property lost on buses, so I’ll point you to the right place.',
          300,
        ],
        ['operator', 'Which email should I send the link to?', 230],
      ],
      { after: 0, seconds: 420 },
    ),
    delivered: 4,
    read: 3,
  }),
]

export const waitingContacts = [
  contactSummary({
    id: 'ctc_9',
    number: 48_213,
    priority: 'emergency',
    verdict: 'emergency',
    category: 'weapon',
    lastWords: 'hes come back and hes got a knife, im locked in the bathroom',
    waitingSince: ago(41),
  }),
  contactSummary({
    id: 'ctc_8',
    number: 48_209,
    priority: 'safeguarding',
    verdict: 'safeguarding',
    category: 'child_protection',
    lastWords: 'Worried about a child next door',
    waitingSince: ago(65),
  }),
  contactSummary({
    id: 'ctc_7',
    number: 48_203,
    name: 'Ellie M.',
    lastWords: 'Update on NM/26/118302',
    waitingSince: ago(252),
  }),
  contactSummary({ id: 'ctc_6', waitingSince: ago(168) }),
  contactSummary({
    id: 'ctc_5',
    number: 48_210,
    name: 'Hamza K.',
    lastWords: 'Found a passport at the bus station',
    waitingSince: ago(90),
  }),
  contactSummary({
    id: 'ctc_4',
    number: 48_211,
    locale: 'cy-GB',
    lastWords: 'Siaradwr Cymraeg: parking on Mill Lane',
    waitingSince: ago(22),
  }),
]

export const colleagueContact = contactSummary({
  id: 'ctc_3',
  number: 48_180,
  status: 'with-operator',
  owner: { id: 'u2', name: 'Tom Ashworth' },
  waitingSince: null,
  silent: true,
  lastWords: 'Is anybody there?',
})
