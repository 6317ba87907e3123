import { describe, expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import type { Assessment } from '../../schema/assessment.ts'
import type { Event } from '../../schema/event.ts'
import type { Flow } from '../../schema/flow.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'
import { operatorCause, type PlayedTurn, type Stage, startPlay } from './play.ts'
import { toRunnable } from './runnable-flow.ts'

/** A detector for these tests alone: three words, so that what is tested is what follows a verdict, not the verdict. */
const assess = (text: string): Assessment => {
  const verdict = /knife/.test(text) ? 'emergency' : /bruises/.test(text) ? 'safeguarding' : 'none'
  return { verdict, category: verdict, confidence: 1, evidence: [], detectorVersion: 'test' }
}
const departments = [
  { id: 'crime-desk', name: 'Crime desk', open: true, operators: 1, waiting: 0 },
  { id: 'control-room', name: 'Control room', open: false, operators: 0, waiting: 0 },
]
const play = (flow: Flow, stage: Partial<Stage> = {}) =>
  startPlay(toRunnable(flow, 1, { definitions, runtimes }), { assess, now: 0, departments, ...stage })
const say = (text: string) => ({ kind: 'text', text }) as const
const eventsOf = (turns: unknown): Event[] =>
  Array.isArray(turns) ? turns.flatMap((turn: PlayedTurn) => turn.events) : []

describe('an emergency', () => {
  const moments: [string, (contact: ReturnType<typeof play>) => void][] = [
    ['at a question', () => {}],
    ['after an answer', (contact) => contact.send(say('umbrella'))],
    ['while waiting for a person', (contact) => contact.send({ kind: 'person' })],
    ['with an operator', (contact) => [contact.send({ kind: 'person' }), contact.take(operatorCause('join'))]],
    ['in a safeguarding queue', (contact) => contact.send(say('I have bruises again'))],
    ['after the contact was closed', (contact) => contact.take({ kind: 'ended' })],
    ['in an emergency already', (contact) => contact.send(say('he has a knife'))],
  ]
  it.each(moments)('is answered with the advice at once, and a person is alerted: %s', (_, get) => {
    const contact = play(threeQuestions)
    get(contact)
    const turns = contact.send(say('there is a knife'))
    const events = eventsOf(turns)
    expect(events[0]).toMatchObject({ type: 'message', from: 'visitor' })
    expect(events[1]).toMatchObject({ type: 'advice', verdict: 'emergency' })
    expect(turns).toMatchObject([{ turn: { alert: { verdict: 'emergency' } } }])
    expect(contact.state.verdict).toBe('emergency')
    expect(contact.state.closed).toBeUndefined()
    expect(contact.state.queue).toMatchObject({ priority: 'emergency' })
  })

  it('stops automation: nothing that the flow would say follows, whatever the visitor writes', () => {
    const contact = play(threeQuestions)
    contact.send(say('he has a knife'))
    const later = eventsOf(contact.send(say('please hurry, is that right?')))
    expect(later).toHaveLength(1)
    expect(contact.wait(3_600_000)).toEqual([])
    expect(contact.state.queue).toMatchObject({ department: 'control-room', priority: 'emergency' })
  })

  it('goes over closed hours and departments without staff', () => {
    const contact = play(threeQuestions)
    contact.send(say('knife'))
    expect(contact.state.path).toBe('$emergency.waiting')
  })

  it('counts in every field of a form and in the comment of a survey', () => {
    const contact = play(threeQuestions)
    const inForm = contact.send({ kind: 'fields', values: { where: 'kitchen', what: 'he took a knife' } })
    expect(eventsOf(inForm)).toMatchObject([{ from: 'visitor' }, { type: 'advice' }, { from: 'flow' }])
    const other = play(threeQuestions)
    const inComment = other.send({ kind: 'rating', csat: 1, comment: 'he has a knife now' })
    expect(eventsOf(inComment)[0]).toMatchObject({ type: 'advice' })
  })

  it('leaves the operator who has the contact in charge', () => {
    const contact = play(threeQuestions)
    contact.send({ kind: 'person' })
    contact.take(operatorCause('join'))
    contact.send(say('he has a knife'))
    expect(contact.state.owner).toEqual({ id: 'operator', name: 'Priya' })
    expect(contact.take(operatorCause('say', 'I am here.'))).toHaveLength(1)
  })

  it('is given back to the flow by a person only, at the node that it left', () => {
    const contact = play(threeQuestions)
    contact.send(say('umbrella'))
    contact.send(say('knife'))
    contact.take(operatorCause('join'))
    const events = eventsOf(contact.take(operatorCause('return')))
    expect(contact.state.path).toMatch(/^where\./)
    expect(events).toMatchObject([
      { type: 'operator', state: 'left' },
      { type: 'message', from: 'flow' },
      { type: 'prompt', node: 'where' },
    ])
  })
})

describe('safeguarding', () => {
  it('takes the contact to a person, with the words for it', () => {
    const contact = play(threeQuestions)
    const events = eventsOf(contact.send(say('my bruises are back')))
    expect(events[1]).toMatchObject({ type: 'advice', verdict: 'safeguarding' })
    expect(contact.state.queue).toMatchObject({ priority: 'safeguarding' })
    expect(contact.state.path).toMatch(/^\$safeguarding\./)
  })

  it('lets the visitor leave a message when nobody comes: each grave word alerts, none takes the question away again', () => {
    const contact = play(threeQuestions)
    contact.send(say('my bruises are back'))
    contact.wait(3_600_000)
    expect(contact.state.path).toMatch(/^what\./)
    const turns = contact.send(say('it is about the bruises'))
    expect(turns).toMatchObject([{ turn: { alert: { verdict: 'safeguarding' } } }])
    expect(contact.state.values).toMatchObject({ item: 'it is about the bruises' })
    contact.send(say('he has a knife'))
    expect(contact.state.path).toMatch(/^\$emergency\./)
  })

  it('never lowers an emergency', () => {
    const contact = play(threeQuestions)
    contact.send(say('knife'))
    contact.send(say('bruises'))
    expect(contact.state.verdict).toBe('emergency')
    expect(contact.state.path).toMatch(/^\$emergency\./)
  })
})

describe('a flow that cannot go on', () => {
  const circle = toFlow(
    [
      ['start', 'start'],
      ['one', 'message', { text: 'One' }],
      ['two', 'message', { text: 'Two' }],
    ],
    ['start.next > one', 'one.next > two', 'two.next > one'],
  )
  it('ends at a person when it goes round without waiting (F28)', () => {
    const contact = play(circle)
    expect(contact.events.at(-1)).toMatchObject({ type: 'queue' })
    expect(contact.state.queue).toMatchObject({ department: 'crime-desk' })
    expect(contact.events.length).toBeLessThan(60)
  })

  it('ends at a person when an outcome leads nowhere, and when an expression fails', () => {
    const nowhere = play(
      toFlow(
        [
          ['start', 'start'],
          ['ask', 'question', { kind: 'text', question: 'What?' }],
        ],
        ['start.next > ask'],
      ),
    )
    expect(nowhere.send(say('this'))).toMatchObject([
      { turn: { task: { text: expect.stringContaining('nothing leads on') } } },
    ])
    expect(nowhere.state.queue).toBeDefined()
  })

  it('ends the contact honestly, with 101, when nobody comes either', () => {
    const contact = play(circle)
    contact.wait(3_600_000)
    expect(contact.state.closed).toMatchObject({ reason: 'nobody-there' })
    expect(JSON.stringify(contact.events)).toContain('tel:101')
  })
})

describe('long silence', () => {
  const opening = toFlow(
    [
      ['start', 'start'],
      ['safe', 'safety-check', { question: 'Is anyone in danger?', yes: 'Yes', no: 'No', idleHours: 1 }],
      ['why', 'intent-capture', { question: 'What is it about?', intents: [], idleHours: 2 }],
      ['bye', 'end', { reason: 'other' }],
    ],
    ['start.next > safe', 'safe.emergency > bye', 'safe.safe > why', 'why.other > bye'],
  )

  it('at the question about danger closes the contact with the way to 999, by no answer and without an alert', () => {
    const contact = play(opening)
    expect(contact.wait(3_599_000)).toEqual([])
    const turns = contact.wait(1_000)
    expect(JSON.stringify(eventsOf(turns))).toContain('call 999 now')
    expect(contact.state).toMatchObject({ path: '$closed', verdict: 'none', closed: { reason: 'visitor-left' } })
    expect(contact.state.queue).toBeUndefined()
    expect(contact.send(say('he has a knife'))).toMatchObject([{ turn: { alert: { verdict: 'emergency' } } }])
  })

  it('at the question what it is about goes on as none of these', () => {
    const contact = play(opening)
    contact.send(say('no'))
    expect(contact.wait(7_199_000)).toEqual([])
    contact.wait(1_000)
    expect(contact.state.closed).toMatchObject({ reason: 'other' })
  })
})

describe('the visitor', () => {
  it('can ask for a person anywhere, and gets back to the question when nobody comes', () => {
    const contact = play(threeQuestions)
    contact.send(say('umbrella'))
    const asking = eventsOf(contact.send({ kind: 'person' }))
    expect(contact.state.queue).toBeDefined()
    // Nothing asks any more: the choices of the question would go on standing on the visitor's screen.
    expect(asking.at(-1)).toMatchObject({ type: 'prompt', node: 'where', expects: 'none' })
    contact.wait(600_000)
    expect(contact.state.path).toMatch(/^where\./)
    expect(contact.state.queue).toBeUndefined()
  })

  it('can change language at any time and is asked the same again in it', () => {
    const bilingual = toFlow(
      [
        ['start', 'start'],
        ['ask', 'question', { kind: 'text', question: { 'en-GB': 'What happened?', 'cy-GB': 'Beth ddigwyddodd?' } }],
        ['end', 'end'],
      ],
      ['start.next > ask', 'ask.answered > end', 'ask.gave-up > end'],
      { locales: ['en-GB', 'cy-GB'] },
    )
    const contact = play(bilingual)
    const events = eventsOf(contact.send({ kind: 'locale', locale: 'cy' }))
    expect(events[0]).toMatchObject({ type: 'locale', locale: 'cy-GB' })
    expect(events.at(-1)).toMatchObject({ type: 'prompt', node: 'ask', label: 'Beth ddigwyddodd?', lang: 'cy-GB' })
  })

  it('keeps an answer to an older question without answering the new one', () => {
    const contact = play(threeQuestions)
    const first = contact.events.find((event) => event.type === 'prompt')?.seq
    contact.send(say('umbrella'))
    const turns = contact.take({ kind: 'visitor', input: say('gloves'), prompt: first })
    expect(eventsOf(turns)).toMatchObject([
      { from: 'visitor', text: 'gloves' },
      { type: 'prompt', node: 'where' },
    ])
    expect(contact.state.values).toEqual({ item: 'umbrella' })
  })

  it('never has a choice of the menu assessed as their own words', () => {
    const menu = toFlow(
      [
        ['start', 'start'],
        [
          'ask',
          'question',
          { kind: 'choice', question: 'What?', choices: [{ value: 'knife', label: 'Hand in a knife' }] },
        ],
        ['end', 'end'],
      ],
      ['start.next > ask', 'ask.answered > end', 'ask.gave-up > end'],
    )
    const chosen = play(menu)
    chosen.send({ kind: 'choice', value: 'knife' })
    expect(chosen.state.verdict).toBe('none')
    const written = play(menu)
    written.send({ kind: 'choice', value: 'a knife at my throat' })
    expect(written.state.verdict).toBe('emergency')
  })

  it('writes nothing that becomes markup', () => {
    const contact = play(threeQuestions)
    const events = eventsOf(contact.send(say('[click](https://evil.example) **now**')))
    expect(events[0]).toMatchObject({ text: '\\[click\\]\\(https://evil.example\\) \\*\\*now\\*\\*' })
    expect(events[1]).toMatchObject({ text: expect.not.stringMatching(/(?<!\\)\[click/) })
  })
})

describe('an operator', () => {
  it('is the only one: a second is told that the contact is taken', () => {
    const contact = play(threeQuestions)
    contact.send({ kind: 'person' })
    contact.take(operatorCause('join'))
    const second = { kind: 'operator', does: 'join', by: { id: 'other', name: 'Tom' } } as const
    expect(contact.take(second)).toEqual({ refused: 'taken' })
    expect(contact.take({ ...second, does: 'say', text: 'Hello' })).toEqual({ refused: 'not-owner' })
  })

  it('takes away what the waiting offered, when they join', () => {
    const contact = play(threeQuestions)
    contact.send({ kind: 'person' })
    contact.wait(130_000)
    expect(contact.state.prompt?.prompt.choices).toBeDefined()
    expect(eventsOf(contact.take(operatorCause('join'))).at(-1)).toMatchObject({ type: 'prompt', expects: 'none' })
    expect(contact.state.prompt).toBeUndefined()
  })

  it('is not answered by the flow: what the visitor writes is for the person', () => {
    const contact = play(threeQuestions)
    contact.send({ kind: 'person' })
    contact.take(operatorCause('join'))
    expect(eventsOf(contact.send(say('hello?')))).toMatchObject([{ from: 'visitor' }])
    const events = eventsOf(contact.take(operatorCause('close')))
    expect(events.at(-1)).toMatchObject({ type: 'closed' })
  })
})
