import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cause } from '../contact/cause.ts'
import { type ContactOrigin, startContact } from '../contact/start-contact.ts'
import { takeTurn } from '../contact/take-turn.ts'
import { fireDue } from '../contact/timer-worker.ts'
import type { TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { keepFigures } from './keep-figures.ts'
import { readFigures } from './read-figures.ts'
import { rebuildFigures } from './rebuild-figures.ts'
import { sumUpPeriods } from './sum-up-periods.ts'
import { recount } from './testing/recount.ts'

const desk = toFlow(
  [
    ['start', 'start'],
    [
      'safe',
      'safety-check',
      { question: 'Is anyone in danger?', yes: 'Yes', no: 'No', third: 'I am worried', idleHours: 590 },
    ],
    ['phone', 'question', { kind: 'phone', question: 'Your number?', variable: 'phone', optional: true }],
    [
      'matter',
      'intent-capture',
      {
        question: 'What is it about?',
        intents: [
          { id: 'lost', label: 'Lost property', examples: [] },
          { id: 'noise', label: 'Noise', examples: [] },
          { id: 'desk', label: 'The front desk', examples: [] },
        ],
      },
    ],
    ['survey', 'survey', { question: 'How was it?', csat: true, nps: true, comment: true }],
    ['over', 'end', { reason: 'answered' }],
    ['reported', 'end', { reason: 'reported' }],
    ['person', 'handover', { department: 'control-room' }],
    ['nobody', 'end', { reason: 'left-details' }],
  ],
  [
    'start.next > safe',
    'safe.safe > phone',
    'safe.emergency > person',
    'safe.safeguarding > person',
    'phone.answered > matter',
    'phone.skipped > matter',
    'phone.gave-up > nobody',
    'matter.lost > survey',
    'matter.noise > reported',
    'matter.other > person',
    'matter.desk > person',
    'survey.completed > over',
    'survey.skipped > over',
    'person.resolved > survey',
    'person.returned > survey',
    'person.unavailable > nobody',
  ],
  { variables: [{ name: 'phone', type: 'phone', personal: true }] },
)

const visitor = (input: Extract<Cause, { kind: 'visitor' }>['input']): Cause => ({ kind: 'visitor', input })
const by = { id: 'usr_priya', name: 'Priya' }
const choose = (value: string): Cause => visitor({ kind: 'choice', value })
const say = (text: string): Cause => visitor({ kind: 'text', text })
const rate = (csat: number, nps: number, comment: string): Cause => visitor({ kind: 'rating', csat, nps, comment })
const operator = (...does: ('join' | 'say' | 'close' | 'return')[]): Cause[] =>
  does.map((each) =>
    each === 'say'
      ? { kind: 'operator', does: each, by, text: 'Hello' }
      : each === 'close'
        ? { kind: 'operator', does: each, by, outcome: 'resolved' }
        : { kind: 'operator', does: each, by },
  )

/** A contact as it usually goes, from its opening to a survey, with something else in between now and then. */
const plan: fc.Arbitrary<Cause[]> = fc
  .tuple(
    fc.constantFrom(choose('no'), choose('no'), choose('no'), choose('third'), choose('yes')),
    fc.constantFrom(visitor({ kind: 'skip' }), say('07700 900123'), say('07700 900123'), say('07700 900456')),
    fc.constantFrom(choose('lost'), choose('lost'), choose('noise'), choose('desk'), choose('other')),
    fc.constantFrom(operator('join', 'say', 'close'), operator('join', 'say', 'return'), operator('join'), []),
    fc.constantFrom(rate(5, 9, 'Quick and easy, thank you'), rate(2, 3, 'Too long a wait'), visitor({ kind: 'skip' })),
    fc.option(
      fc.tuple(
        fc.nat({ max: 5 }),
        fc.constantFrom<Cause>(
          visitor({ kind: 'person' }),
          { kind: 'ended' },
          say('he has a knife and he is in the house now'),
        ),
      ),
    ),
  )
  .map(([safe, phone, matter, people, rating, other]) => {
    const usual = [safe, phone, matter, ...people, rating]
    return other ? usual.toSpliced(other[0], 0, other[1]) : usual
  })

/** `contact` goes on after `wait` minutes; with `count` the figures are brought up to date in between. */
const story = fc.record({
  plans: fc.array(plan, { minLength: 3, maxLength: 10 }),
  steps: fc.array(
    fc.record({
      contact: fc.nat({ max: 9 }),
      wait: fc.oneof({ weight: 30, arbitrary: fc.nat({ max: 2 }) }, fc.integer({ min: 5, max: 4_000 })),
      count: fc.boolean(),
    }),
    { minLength: 40, maxLength: 120 },
  ),
})
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never

/** What figures promise, whichever database they stand in. `open` gives services on an empty one. */
export function describeFigures(open: () => Promise<TestServices>, runs: number): void {
  it('equals a slow count over the journals after whatever happened, at once or bit by bit', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(story, async (lived) => {
        const test = await open()
        try {
          const origin = await publishFlow(test.services, desk)
          await live(test, origin, lived)
          await keepAll(test)
          await expectCounted(test, origin)
          await rebuildFigures(test.services)
          const counted = await expectCounted(test, origin)
          for (const { ending } of counted.endings) seen.add(ending)
          for (const { reason } of counted.reasons) seen.add(reason)
          if (counted.cameBack.n > 0) seen.add('came back')
          if (counted.comments > 0) seen.add('comment')
        } finally {
          await test.close()
        }
      }),
      { numRuns: runs, seed: 20261120 },
    )
    // Few stories do not hold everything that can happen.
    if (runs < 20) return
    expect([...seen].sort()).toEqual([
      'answered',
      'asked',
      'by-design',
      'came back',
      'comment',
      'emergency',
      'left',
      'not-understood',
      'open',
      'person',
      'reported',
      'safeguarding',
      'unattended',
    ])
  }, 240_000)
}

async function live(test: TestServices, origin: ContactOrigin, { plans, steps }: Story): Promise<void> {
  const contacts = plans.map((causes) => ({ id: '', causes: [...causes] }))
  for (const { contact, wait, count } of steps) {
    test.clock.forward(wait * 60_000)
    await fireDue(test.services)
    const going = contacts[contact % contacts.length]
    if (!going) continue
    if (going.id === '') going.id = (await startContact(test.services, origin)).id
    else {
      const cause = going.causes.shift()
      if (cause) await takeTurn(test.services, going.id, cause, randomUUID())
    }
    if (count) await keepFigures(test.services)
  }
}

async function keepAll({ services }: TestServices): Promise<void> {
  while ((await keepFigures(services)) > 0);
}

/** For one day, and for a year by way of sums of months. */
async function expectCounted(test: TestServices, { forceId }: ContactOrigin) {
  const { services } = test
  const { read } = services.db
  for (const [from, to] of [
    ['2026-11-20', '2026-11-20'],
    ['2026-11-01', '2026-12-31'],
    ['2026-09-16', '2027-01-31'],
  ] as const)
    expect(await readFigures(read, forceId, { from, to }, undefined)).toMatchObject(
      await recount(services, forceId, from, to),
    )
  test.clock.forward(400 * 86_400_000)
  await sumUpPeriods(services)
  test.clock.forward(-400 * 86_400_000)
  const half = { from: '2026-09-16', to: '2027-01-31' }
  expect(await readFigures(read, forceId, half, undefined)).toMatchObject(
    await recount(services, forceId, half.from, half.to),
  )
  const figures = await readFigures(read, forceId, { from: '2026-01-01', to: '2027-06-30' }, undefined)
  expect(figures).toMatchObject(await recount(services, forceId, '2026-01-01', '2027-06-30'))
  return figures
}
