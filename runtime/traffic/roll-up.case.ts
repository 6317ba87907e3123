import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cause } from '../contact/cause.ts'
import { nodeKey } from '../contact/contact-state.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { startContact } from '../contact/start-contact.ts'
import { takeTurn } from '../contact/take-turn.ts'
import { fireDue } from '../contact/timer-worker.ts'
import type { Services } from '../services.ts'
import type { TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { CountedAlready, rollUp } from './roll-up.ts'
import { bucketOf } from './time-buckets.ts'

const flow = toFlow(
  [
    ['start', 'start'],
    ['safety', 'safety-check', { question: 'Danger?', yes: 'Yes', no: 'No' }],
    ['ask', 'question', { kind: 'text', question: 'What?', variable: 'item', optional: true, idleHours: 1, tries: 2 }],
    ['sure', 'question', { kind: 'yes-no', question: 'Sure?', idleHours: 2 }],
    ['person', 'handover', {}],
    ['survey', 'survey', { question: 'How was it?', idleHours: 1 }],
    ['end', 'end'],
  ],
  [
    'start.next > safety',
    'safety.safe > ask',
    'safety.emergency > person',
    'ask.answered > sure',
    'ask.skipped > ask',
    'ask.gave-up > survey',
    'sure.answered > person',
    'sure.gave-up > ask',
    'person.resolved > survey',
    'person.returned > ask',
    'person.unavailable > survey',
    'survey.completed > end',
    'survey.skipped > end',
  ],
  { variables: [{ name: 'item', type: 'text' }] },
)
const by = { id: 'usr_1', name: 'Priya' }
const visitor = (input: Extract<Cause, { kind: 'visitor' }>['input']): Cause => ({ kind: 'visitor', input })
const causes: Record<string, Cause> = {
  text: visitor({ kind: 'text', text: 'my umbrella' }),
  yes: visitor({ kind: 'choice', value: 'yes' }),
  no: visitor({ kind: 'choice', value: 'no' }),
  skip: visitor({ kind: 'skip' }),
  person: visitor({ kind: 'person' }),
  danger: visitor({ kind: 'text', text: 'He is outside my door with a knife, please help me' }),
  worry: visitor({ kind: 'text', text: 'I want to kill myself' }),
  rating: visitor({ kind: 'rating', csat: 4 }),
  ended: { kind: 'ended' },
  join: { kind: 'operator', does: 'join', by },
  say: { kind: 'operator', does: 'say', by, text: 'Hello' },
  close: { kind: 'operator', does: 'close', by, outcome: 'resolved' },
  back: { kind: 'operator', does: 'return', by },
}
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ contact: fc.nat(2), does: fc.constantFrom(...Object.keys(causes)) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(7_000, 65_000, 400_000, 3_700_000) }) },
  { weight: 1, arbitrary: fc.constant({ count: true }) },
)

/** What the figures promise, whichever database they are kept in. */
export function describeRollUp(open: () => Promise<TestServices>, runs: number): void {
  it('counts exactly what a slow recount over the machine counts, whenever and however often it looks', async () => {
    const test = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), async (acts) => {
        const origin = await publishFlow(test.services, flow)
        const { services } = test
        const contacts = [1, 2, 3].map(() => startContact(services, origin))
        const ids = (await Promise.all(contacts)).map(({ id }) => id)
        for (const one of acts)
          if ('wait' in one) {
            test.clock.forward(one.wait)
            await fireDue(services)
          } else if ('count' in one) await rollUp(services)
          else await takeTurn(services, ids[one.contact] ?? '', causes[one.does] ?? { kind: 'ended' }, randomUUID())
        while (await rollUp(services));
        expect(await kept(services, origin.flowId)).toEqual(await recount(services, origin.flowId))
      }),
      { numRuns: runs },
    )
    await test.close()
  })

  it('counts each turn once when several processes count at the same time, and after a stop in between', async () => {
    const test = await open()
    const origin = await publishFlow(test.services, flow)
    for (let round = 0; round < 4; round++) {
      const started = await Promise.all(Array.from({ length: 30 }, () => startContact(test.services, origin)))
      for (const { id } of started)
        await takeTurn(test.services, id, visitor({ kind: 'choice', value: 'no' }), randomUUID())
      const looks = await Promise.allSettled([1, 2, 3].map(() => rollUp(test.services)))
      for (const look of looks) if (look.status === 'rejected') expect(look.reason).toBeInstanceOf(CountedAlready)
      await test.restart()
    }
    while (await rollUp(test.services));
    const figures = await kept(test.services, origin.flowId)
    expect(figures.get('safety')).toMatchObject({ n: 120 })
    expect(figures.get('safety safe')).toMatchObject({ n: 120 })
    expect(figures).toEqual(await recount(test.services, origin.flowId))
    expect(await test.services.db.read.all('SELECT contact_id FROM traffic_visits')).toHaveLength(120)
    await test.close()
  })
}

type Figures = Map<string, { n: number; times: Record<string, number> }>

/** The figures as they are kept, all hours together. */
async function kept({ db }: Services, flowId: string): Promise<Figures> {
  const figures: Figures = new Map()
  for (const row of await db.read.all<{ node: string; outcome: string; n: number; times: string }>(
    'SELECT node, outcome, n, times FROM traffic_hours WHERE flow_id = ?',
    [flowId],
  )) {
    const times = row.times === '' ? {} : (JSON.parse(row.times) as Record<string, number>)
    add(figures, row.node, row.outcome, Number(row.n), times)
  }
  return figures
}

/** The same from nothing: every contact once more through the compiled machine, turn by turn. */
async function recount(services: Services, flowId: string): Promise<Figures> {
  const figures: Figures = new Map()
  const { db, flows, types } = services
  const { machine } = await loadFlow(db.read, flows, types, flowId, 1)
  for (const { id } of await db.read.all<{ id: string }>('SELECT id FROM contacts WHERE flow_id = ?', [flowId])) {
    let path = machine.initial.path
    let since: number | undefined
    const turns = await db.read.all<{ n: number; at: number; path: string }>(
      'SELECT n, at, path FROM turns WHERE contact_id = ? ORDER BY n',
      [id],
    )
    for (const turn of turns)
      for (const entry of JSON.parse(turn.path) as string[]) {
        const [from = '', event = ''] = entry.split(' ')
        if (turn.n === 1 && since === undefined && path === machine.initial.path) {
          since = turn.at
          add(figures, from, '', 1, {})
        }
        if (nodeKey(path) !== from) {
          path = from
          since = undefined
        }
        const move = machine.move(path, event)
        const arrives = event.startsWith('outcome.') || event.startsWith('return.')
        if (move.moved && (nodeKey(move.path) !== from || arrives)) {
          const bucket = since === undefined ? undefined : bucketOf(turn.at - since)
          if (since !== undefined) add(figures, from, way(event), 1, bucket === undefined ? {} : { [bucket]: 1 })
          since = turn.at
          if (nodeKey(move.path) !== '$closed') add(figures, nodeKey(move.path), '', 1, {})
        }
        path = move.path
      }
  }
  return figures
}

function way(event: string): string {
  if (event.startsWith('outcome.')) return event.slice(8)
  if (event.startsWith('return.')) return '$returned'
  if (event.startsWith('safety.')) return '$safety'
  return { 'step.end': '$end', 'visitor.ended': '$left', 'visitor.asked-for-person': '$person' }[event] ?? '$failed'
}

function add(figures: Figures, node: string, outcome: string, n: number, times: Record<string, number>): void {
  const key = outcome === '' ? node : `${node} ${outcome}`
  const entry = figures.get(key) ?? { n: 0, times: {} }
  entry.n += n
  for (const [bucket, more] of Object.entries(times)) entry.times[bucket] = (entry.times[bucket] ?? 0) + more
  figures.set(key, entry)
}
