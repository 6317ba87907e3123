import { expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import type { DepartmentState } from '../../nodes/kit/node-runtime.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import type { Assessment } from '../../schema/assessment.ts'
import type { EscalationRule } from '../../schema/department.ts'
import type { Input } from '../../schema/input.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { computeTurn } from './compute-turn.ts'
import { newContact } from './contact-state.ts'
import { toRunnable } from './runnable-flow.ts'

/** Asks the same for ever; in between, words that fit no intent come to "none of these", and no number to "gave up". */
const asks = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'What is it about?', variable: 'about' }],
    [
      'which',
      'condition',
      {
        cases: [
          { id: 'own-words', when: 'about == "unsure"' },
          { id: 'count', when: 'about == "failed"' },
        ],
      },
    ],
    ['intent', 'intent-capture', { question: 'In your own words?', menu: false, intents: [] }],
    ['number', 'question', { kind: 'number', question: 'How many?', tries: 1 }],
    ['end', 'end'],
  ],
  [
    'start.next > ask',
    'ask.answered > which',
    'ask.gave-up > end',
    'which.own-words > intent',
    'which.count > number',
    'which.else > ask',
    'intent.other > ask',
    'number.answered > ask',
    'number.gave-up > ask',
  ],
  { variables: [{ name: 'about', type: 'text' }] },
)
const flow = toRunnable(asks, 1, { definitions, runtimes })
const departments: DepartmentState[] = ['crime-desk', 'complaints'].map((id) => ({
  id,
  name: id,
  open: true,
  operators: 1,
  waiting: 0,
}))
const ordinary: Assessment = { verdict: 'none', category: 'ordinary', confidence: 1, evidence: [], detectorVersion: '' }
const rule = (parts: Partial<EscalationRule>): EscalationRule => ({
  sign: 'dissatisfied',
  words: [],
  times: 1,
  intents: [],
  high: false,
  to: null,
  supervisor: false,
  ...parts,
})

/** Lets a visitor say things one after another, under the rules of the crime desk. */
function converse(
  rules: readonly EscalationRule[],
  inputs: readonly Input[],
  assess = () => ordinary,
  [own, ruling] = ['crime-desk', 'crime-desk'],
) {
  let state = { ...newContact(flow.machine.initial.path, 'en-GB'), department: own, intent: 'theft' }
  const warnings: string[] = []
  let asked = 0
  const step = (cause: Parameters<typeof computeTurn>[2]) => {
    const world = {
      now: 0,
      zone: 'Europe/London',
      number: 1,
      services: {
        departments: () => {
          asked++
          return departments
        },
        fileName: () => undefined,
        understand: () => undefined,
      },
      escalations: (holds: (rule: EscalationRule, department: string) => boolean) =>
        rules.filter((one) => holds(one, ruling)).map((one) => ({ department: ruling, rule: one })),
    }
    const turn = computeTurn(flow, state, cause, world, assess)
    if ('refused' in turn) throw new Error(turn.refused)
    state = { ...turn.state, department: turn.state.department, intent: turn.state.intent }
    if (turn.warning) warnings.push(turn.warning)
  }
  step({ kind: 'started', locale: 'en-GB' })
  for (const input of inputs) step({ kind: 'visitor', input })
  return { state, warnings, asked }
}
const text = (words: string): Input => ({ kind: 'text', text: words })

it('brings a visitor who is not being helped to people, before others', () => {
  const { state } = converse([rule({ high: true })], [text('my bike'), text('I am fed up with this')])
  expect(state.queue).toMatchObject({ department: 'crime-desk', priority: 'high' })
})

it('sends a contact to the department that a rule names, also when it waits already', () => {
  const rules = [rule({ sign: 'words', words: ['complaint'], to: 'complaints' })]
  expect(converse(rules, [text('I want to make a complaint')]).state.queue?.department).toBe('complaints')
  const waiting = converse(rules, [{ kind: 'person' }, text('It is a complaint')])
  expect(waiting.state.queue).toMatchObject({ department: 'complaints', since: 0 })
})

it('asks for the departments only when something was noticed, because what was asked is kept with every turn', () => {
  const rules = [rule({ sign: 'turns', times: 9, supervisor: true })]
  expect(converse(rules, ['a', 'b', 'c'].map(text), undefined, ['', 'crime-desk']).asked).toBe(0)
})

it('counts turns, and fires once', () => {
  const rules = [rule({ sign: 'turns', times: 3, supervisor: true })]
  const { state, warnings } = converse(rules, ['a', 'b', 'c', 'd', 'e'].map(text))
  expect(warnings).toEqual(['The conversation has gone on for long.'])
  expect(state.queue).toBeUndefined()
})

it('holds only for the intents that it names', () => {
  const rules = (intents: string[]) => [rule({ sign: 'turns', times: 1, intents, high: true })]
  expect(converse(rules(['noise']), [text('a')]).state.queue).toBeUndefined()
  expect(converse(rules(['theft']), [text('a')]).state.queue?.priority).toBe('high')
})

const risk: Assessment = { ...ordinary, verdict: 'safeguarding', category: 'domestic-abuse' }
const person: Input = { kind: 'person' }
/** Each sign of product.md E3: what shows it, and what comes near and does not. */
it.each<[Partial<EscalationRule>, shows: Input[], near: Input[], assess?: () => Assessment]>([
  [{ sign: 'words', words: ['court date'] }, [text('about my court date')], [text('about a date at the court')]],
  [{ sign: 'risk' }, [text('he will not let me leave')], [], () => risk],
  [{ sign: 'dissatisfied' }, [text('this is a waste of time')], [text('this is about time')]],
  [{ sign: 'asked-for-person' }, [person], [text('a person took it')]],
  [{ sign: 'unsure', times: 2 }, ['unsure', 'zzz', 'unsure', 'qqq'].map(text), ['unsure', 'zzz', 'a', 'b'].map(text)],
  [{ sign: 'failed', times: 2 }, ['failed', 'x', 'failed', 'y'].map(text), ['failed', 'x', 'a', 'b'].map(text)],
  [{ sign: 'turns', times: 3 }, ['a', 'b', 'c'].map(text), ['a', 'b'].map(text)],
])('notices $sign in the contacts of its department and intent, and in no others', (parts, shows, near, assess) => {
  const warned = (inputs: readonly Input[], intents: string[]) =>
    converse([rule({ ...parts, intents, supervisor: true })], inputs, assess).warnings.length
  // Whoever fits none of the intents is of no contact type: that is noticed by the rules that hold for all of them.
  const own = parts.sign === 'unsure' ? [] : ['theft']
  expect([warned(shows, own), warned(shows, ['noise']), warned(near, own)]).toEqual([1, 0, 0])
})

it('watches what no department has yet: by rules that name its intent, and by all rules of the first department', () => {
  const turns = ['a', 'b', 'c'].map(text)
  const warned = (intents: string[], ruling: string) =>
    converse([rule({ sign: 'turns', times: 3, intents, supervisor: true })], turns, undefined, ['', ruling]).warnings
      .length
  expect([warned(['theft'], 'complaints'), warned([], 'complaints'), warned([], 'crime-desk')]).toEqual([1, 0, 1])
})

it('brings whoever asks for a person to the department that has their kind of contact, but nobody away from the queue of danger', () => {
  const asked = [rule({ sign: 'asked-for-person', intents: ['theft'], high: true })]
  expect(converse(asked, [person], undefined, ['', 'complaints']).state.queue).toMatchObject({
    department: 'complaints',
    priority: 'high',
  })
  const inDanger = converse([rule({ sign: 'risk', intents: ['theft'], supervisor: true })], [text('x')], () => risk, [
    '',
    'complaints',
  ])
  expect(inDanger.state.queue?.department).not.toBe('complaints')
  expect(inDanger.warnings).toHaveLength(1)
})

it('leaves an emergency where it is', () => {
  const danger: Assessment = { ...ordinary, verdict: 'emergency', category: 'weapon' }
  const rules = [rule({ sign: 'risk', to: 'complaints' })]
  expect(converse(rules, [text('he has a knife')], () => danger).state.queue).toMatchObject({ priority: 'emergency' })
})
