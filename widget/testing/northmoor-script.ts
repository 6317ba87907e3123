import type { EventBody } from '../../schema/event.ts'
import type { Input } from '../../schema/input.ts'
import type { Prompt } from '../../schema/prompt.ts'

const say = (text: string): EventBody => ({ type: 'message', from: 'flow', text })
const ask = (prompt: Partial<Prompt> & { lang?: string }): EventBody => ({
  type: 'prompt',
  node: 'n',
  expects: 'text',
  ...prompt,
})
const choice = (value: string, label = value) => ({ value, label })

/** The talk that the pictures of the design show, scene by scene. */
export const scenes = {
  start: [
    say('Hello. This is an automated chat from Northmoor Police.\n\nYou can ask for a person at any time.'),
    say('**Is anyone hurt or in danger right now?**'),
    ask({
      expects: 'choice',
      label: 'Is anyone hurt or in danger right now?',
      free: true,
      choices: [choice('yes', 'Yes, someone is in danger'), choice('no', 'No, nobody is in danger')],
    }),
  ],
  menu: [
    say('**What do you need help with?**\n\nChoose one, or tell us in your own words.'),
    ask({
      expects: 'choice',
      label: 'What do you need help with?',
      free: true,
      choices: ['Report a crime', 'Anti-social behaviour', 'Ask about a report', 'Lost or found property'].map(
        (label) => choice(label),
      ),
    }),
  ],
  emergency: [
    {
      type: 'advice',
      verdict: 'emergency',
      lines: [
        'Call 999 now',
        '[Call 999](tel:999)',
        '**If you can’t speak**\nCall 999 from a mobile. When asked, press **55**.',
        '**If you are deaf or can’t use voice**\n[999 BSL](https://999bsl.co.uk) for sign language.\nRelay UK: dial [18000](tel:18000).\nText 999, if you have signed up.',
      ],
    },
    say('We have told our team about your message. You can keep writing if it is safe.'),
  ],
  place: [
    say('Where was it taken from?'),
    ask({
      input: 'place',
      label: 'Where was it taken from?',
      help: 'A street, a place name or a postcode.',
      optional: true,
      progress: { at: 4, of: 9 },
    }),
  ],
  placeAgain: [
    ask({
      input: 'place',
      label: 'Where was it taken from?',
      help: 'A street, a place name or a postcode.',
      error: 'Tell us where it was taken from',
      optional: true,
      progress: { at: 4, of: 9 },
    }),
  ],
  when: [
    say('When was it taken?'),
    ask({ input: 'datetime', label: 'When was it taken?', progress: { at: 5, of: 9 } }),
  ],
  details: [
    say('How can we reach you?'),
    ask({
      expects: 'fields',
      label: 'How can we reach you?',
      fields: [
        { id: 'full_name', kind: 'text', label: 'Your name' },
        { id: 'phone', kind: 'phone', label: 'Your phone number', help: 'We only use it for this report.' },
        { id: 'email', kind: 'email', label: 'Your email', optional: true },
        { id: 'bikes', kind: 'number', label: 'How many bikes were taken?' },
        { id: 'locked', kind: 'yes-no', label: 'Was it locked?' },
        {
          id: 'marks',
          kind: 'choices',
          label: 'What does it have?',
          choices: [choice('bell', 'A bell'), choice('lights', 'Lights')],
        },
        { id: 'story', kind: 'long-text', label: 'Tell us what you know', optional: true },
        { id: 'photo', kind: 'file', label: 'A picture of it', optional: true },
      ],
    }),
  ],
  kinds: [
    say('Which of these were taken too?'),
    ask({
      expects: 'choices',
      label: 'Which of these were taken too?',
      optional: true,
      choices: [choice('helmet', 'Helmet'), choice('lock', 'Lock'), choice('bag', 'Bag')],
    }),
  ],
  review: [
    say('Is this right? We will send it to the crime recording team.'),
    ask({
      expects: 'choice',
      label: 'Is this right? We will send it to the crime recording team.',
      review: [
        { field: 'what', label: 'What happened', value: 'Bike stolen' },
        { field: 'where', label: 'Where', value: 'Northmoor Library, NM1 4QT' },
        { field: 'when', label: 'When', value: '20 November, 6pm to 9pm' },
        { field: 'phone', label: 'Your phone number', value: '07700 900 381' },
      ],
      choices: [choice('confirm', 'Send my report')],
    }),
  ],
  answer: [
    {
      type: 'message',
      from: 'flow',
      text: 'No. Give it to the bus driver or the bus company.[1]\n\nIf you think it was stolen, tell us and we will take it from you.[1]',
      citations: [
        {
          document: 'doc_1',
          version: 2,
          title: 'Lost property',
          page: 2,
          passage: '“Property found on a bus, train or tram should be handed to the operator.”',
          before: 'You do not have to tell us about everything that you find.',
          after: 'The operator keeps it and tries to find the owner.',
          url: 'https://northmoor.example/lost-property.pdf',
        },
      ],
    },
    say('**Did this help?**'),
    ask({ expects: 'choice', label: 'Did this help?', free: true, choices: [choice('Yes'), choice('No')] }),
  ],
  queue: [
    say('I will get someone for you. They can see what you have told us.'),
    { type: 'queue', position: 3, wait_seconds: 340 },
    say('**Don’t want to wait?**'),
    ask({
      expects: 'choice',
      label: 'Don’t want to wait?',
      free: true,
      choices: [choice('Leave my details for a reply'), choice('Keep waiting')],
    }),
  ],
  operator: [
    { type: 'operator', state: 'joined', name: 'Priya' },
    {
      type: 'message',
      from: 'operator',
      name: 'Priya',
      text: 'Hi Callum. I can see your answers, so no need to say it again.',
    },
    ask({ expects: 'none' }),
  ],
  typing: [{ type: 'operator', state: 'typing', name: 'Priya' }],
  left: [{ type: 'operator', state: 'left', name: 'Priya' }],
  safeguarding: [
    {
      type: 'advice',
      verdict: 'safeguarding',
      lines: [
        'Thank you for telling us',
        'A person from our team will read this. You do not have to give your name.',
        'If you are in danger now, call [999](tel:999). If you can’t speak, press **55** when asked.',
      ],
    },
  ],
  survey: [ask({ expects: 'rating', optional: true, ratings: { csat: true, nps: true, comment: true } })],
  closed: [say('Thank you.'), { type: 'closed', reason: 'done' }],
  welsh: [
    { type: 'locale', locale: 'cy-GB' },
    {
      type: 'message',
      from: 'flow',
      lang: 'cy-GB',
      text: 'Helo. Sgwrs awtomatig gan Heddlu Northmoor yw hon.\n\nGallwch ofyn am berson unrhyw bryd.',
    },
    {
      type: 'message',
      from: 'flow',
      lang: 'cy-GB',
      text: '**Oes rhywun wedi’i anafu neu mewn perygl ar hyn o bryd?**',
    },
    ask({
      expects: 'choice',
      free: true,
      lang: 'cy-GB',
      label: 'Oes rhywun wedi’i anafu neu mewn perygl ar hyn o bryd?',
      choices: [choice('yes', 'Oes, mae rhywun mewn perygl'), choice('no', 'Nac oes, does neb mewn perygl')],
    }),
  ],
} satisfies Record<string, EventBody[]>

/** Answers each input with the next of `turns`, and with nothing once they are over. */
export function inTurn(...turns: EventBody[][]): (input: Input) => EventBody[] {
  const left = [...turns]
  return (input) => (input.kind === 'locale' ? [{ type: 'locale', locale: input.locale }] : (left.shift() ?? []))
}
