import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Event } from '../../schema/event.ts'
import { createTestServices, type TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'
import type { Cause } from './cause.ts'
import { replayContact } from './replay-contact.ts'
import { startContact } from './start-contact.ts'
import { readEvents, takeTurn } from './take-turn.ts'
import { fireDue } from './timer-worker.ts'

/** What the contact engine promises, whichever database it runs on. `open` gives services on an empty one. */
export function describeDurability(open: () => Promise<TestServices>): void {
  const text = (words: string): Cause => ({ kind: 'visitor', input: { kind: 'text', text: words } })

  it('keeps the visitor’s place when the server restarts between any two turns', async () => {
    const test = await open()
    const contact = await startContact(test.services, await publishFlow(test.services, threeQuestions))
    const answers = [
      text('umbrella'),
      text('bus stop'),
      { kind: 'visitor', input: { kind: 'choice', value: 'yes' } } as const,
    ]
    for (const answer of answers) {
      const services = await test.restart()
      const turn = await takeTurn(services, contact.id, answer, randomUUID())
      expect(turn).toMatchObject({ taken: true, repeated: false })
    }
    const events = await readEvents(test.services.db.read, contact.id, 0)
    expect(events.at(-1)).toMatchObject({ type: 'closed', reason: 'answered' })
    expectGapless(events)
    await test.close()
  })

  it('counts an input once, however often and in whatever order it arrives (DUR-03)', async () => {
    const test = await open()
    const chat = toFlow(
      [
        ['start', 'start'],
        ['ask', 'question', { kind: 'text', question: 'Say something.', variable: 'words' }],
        ['end', 'end'],
      ],
      ['start.next > ask', 'ask.answered > ask', 'ask.gave-up > end'],
      { variables: [{ name: 'words', type: 'text' }] },
    )
    const contact = await startContact(test.services, await publishFlow(test.services, chat))
    const messages = Array.from({ length: 300 }, (_, index) => ({ key: randomUUID(), words: `message ${index}` }))
    const deliveries = shuffle([...messages, ...messages, ...messages])
    const answers = await Promise.all(
      deliveries.map(({ key, words }) => takeTurn(test.services, contact.id, text(words), key)),
    )
    const byKey = new Map<string, string>()
    deliveries.forEach(({ key }, index) => {
      const answer = JSON.stringify({ ...answers[index], repeated: undefined })
      expect(byKey.get(key) ?? answer).toBe(answer)
      byKey.set(key, answer)
    })
    const events = await readEvents(test.services.db.read, contact.id, 0)
    const said = events.flatMap((event) => (event.type === 'message' && event.from === 'visitor' ? [event.text] : []))
    expect([...said].sort()).toEqual(messages.map(({ words }) => words).sort())
    const firstAccepted = [...new Map(deliveries.map(({ words }) => [words, words])).keys()]
    expect(said).toEqual(firstAccepted)
    expectGapless(events)
    await test.close()
  })

  it('lets exactly one of two hundred simultaneous answers answer the question (DUR-04)', async () => {
    const test = await open()
    const contact = await startContact(test.services, await publishFlow(test.services, threeQuestions))
    const asked = contact.events.find((event) => event.type === 'prompt')?.seq
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        takeTurn(
          test.services,
          contact.id,
          { kind: 'visitor', input: { kind: 'text', text: `a blue umbrella, number ${index}` }, prompt: asked },
          randomUUID(),
        ),
      ),
    )
    expect(answers.every(({ taken }) => taken)).toBe(true)
    const { stored } = await replay(test, contact.id)
    expect(stored.path).toMatch(/^where\./)
    expect(stored.values).toEqual({ item: 'a blue umbrella, number 0' })
    const events = await readEvents(test.services.db.read, contact.id, 0)
    expect(events.filter((event) => event.type === 'message' && event.from === 'visitor')).toHaveLength(200)
    for (const answer of answers.slice(1))
      expect(answer).toMatchObject({ events: [{ type: 'message' }, { type: 'prompt', node: 'where' }] })
    expectGapless(events)
    await test.close()
  })

  it('fires each of five hundred timers once, across a restart, a moved clock and a night of summer time (DUR-10)', async () => {
    const test = await open()
    test.clock.set(Date.UTC(2026, 2, 28, 23, 30))
    const flow = toFlow(
      [
        ['start', 'start'],
        ['ask', 'question', { kind: 'text', question: 'Are you there?', idleHours: 1 }],
        ['end', 'end', { reason: 'other' }],
      ],
      ['start.next > ask', 'ask.answered > end', 'ask.gave-up > end'],
    )
    const origin = await publishFlow(test.services, flow)
    const contacts = await Promise.all(Array.from({ length: 500 }, () => startContact(test.services, origin)))
    await fireDue(test.services)
    test.clock.forward(-3_600_000)
    const services = await test.restart()
    await fireDue(services)
    expect(await countClosed(test)).toBe(0)
    test.clock.forward(2 * 3_600_000)
    await Promise.all([fireDue(services), fireDue(services), fireDue(services)])
    expect(await countClosed(test)).toBe(500)
    const fired = await services.db.read.all<{ contact_id: string }>(
      `SELECT contact_id FROM turns WHERE key LIKE 'timer:%'`,
    )
    expect(new Set(fired.map((row) => row.contact_id)).size).toBe(contacts.length)
    expect(fired).toHaveLength(contacts.length)
    await test.close()
  })

  it('performs an effect once when the process dies after acting and before the result is kept', async () => {
    const test = await open()
    const flow = toFlow(
      [
        ['start', 'start'],
        ['call', 'http-action', { connection: 'records', method: 'POST', path: ['incidents'] }],
        ['end', 'end', { reason: 'reported' }],
      ],
      ['start.next > call', 'call.succeeded > end', 'call.failed > end'],
    )
    const contact = await startContact(test.services, await publishFlow(test.services, flow))
    const [effect] = await test.services.db.read.all<{ idempotency_key: string; status: string }>(
      'SELECT idempotency_key, status FROM effects WHERE contact_id = ?',
      [contact.id],
    )
    expect(effect?.status).toBe('waiting')
    const result: Cause = { kind: 'effect', child: 'call', result: { ok: true, output: { status: 201, body: {} } } }
    const first = await takeTurn(test.services, contact.id, result, 'effect:1')
    const services = await test.restart()
    const second = await takeTurn(services, contact.id, result, 'effect:1')
    expect(second).toEqual({ ...first, repeated: true })
    await test.close()
  })

  it('computes the same state again from the journal (I4)', async () => {
    const test = await open()
    const contact = await startContact(test.services, await publishFlow(test.services, threeQuestions))
    await takeTurn(test.services, contact.id, text('umbrella'), randomUUID())
    await takeTurn(test.services, contact.id, { kind: 'visitor', input: { kind: 'person' } }, randomUUID())
    test.clock.forward(61_000)
    await fireDue(test.services)
    await takeTurn(
      test.services,
      contact.id,
      text('he has come back with a knife and he is in the house'),
      randomUUID(),
    )
    const { stored, replayed } = await replay(test, contact.id)
    expect(replayed).toEqual(stored)
    expect(stored.verdict).toBe('emergency')
    await test.close()
  })

  it('writes one audit entry for each turn, without gaps, in the turn’s own transaction', async () => {
    const test = await open()
    const contact = await startContact(test.services, await publishFlow(test.services, threeQuestions))
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => takeTurn(test.services, contact.id, text(`word ${n}`), randomUUID())),
    )
    const entries = await test.services.db.read.all<{ i: number }>('SELECT i FROM audit_entries ORDER BY i')
    expect(entries.map(({ i }) => i)).toEqual(entries.map((_, index) => index))
    const turns = await test.services.db.read.all<{ audit: number }>('SELECT audit FROM turns WHERE contact_id = ?', [
      contact.id,
    ])
    expect(new Set(turns.map(({ audit }) => audit)).size).toBe(turns.length)
    await test.close()
  })
}

async function replay({ services }: TestServices, contactId: string) {
  return replayContact(services.db.read, services.types, services.flows, contactId, 'Europe/London')
}

async function countClosed({ services }: TestServices): Promise<number> {
  const [row] = await services.db.read.all<{ count: number }>(
    `SELECT count(*) AS count FROM contacts WHERE status = 'closed'`,
  )
  return row?.count ?? 0
}

/** I3: numbers count from 1 without gaps. */
function expectGapless(events: readonly Event[]): void {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
}

function shuffle<Item>(items: Item[]): Item[] {
  let seed = 42
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

/** Services on SQLite, or on the PostgreSQL that `databaseUrl` names. */
export function openOn(databaseUrl?: () => Promise<string>): () => Promise<TestServices> {
  return async () => createTestServices(databaseUrl ? { databaseUrl: await databaseUrl() } : {})
}
