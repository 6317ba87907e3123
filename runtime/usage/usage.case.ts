import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Event } from '../../schema/event.ts'
import { type LimitAnswer, type Limits, limitAnswers, noLimits } from '../../schema/limits.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Cause } from '../contact/cause.ts'
import { replayContact } from '../contact/replay-contact.ts'
import { type ContactOrigin, startContact } from '../contact/start-contact.ts'
import { readEvents, takeTurn } from '../contact/take-turn.ts'
import type { TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { threeQuestions } from '../testing/sample-flows.ts'
import { saveLimits } from './limits.ts'
import { readUsage } from './read-usage.ts'

/** What limits promise, whichever database they are kept on. */
export function describeUsage(open: () => Promise<TestServices>): void {
  let test: TestServices
  let origin: ContactOrigin
  let admin: Principal
  beforeEach(async () => {
    test = await open()
    origin = await publishFlow(test.services, threeQuestions)
    admin = { userId: 'usr_admin', forceId: origin.forceId, name: 'Ada', roles: ['admin'], memberships: [] }
  })
  afterEach(() => test.close())

  const limit = (change: Partial<Limits>) => saveLimits(test.services, admin, { ...noLimits, ...change })
  const start = () => startContact(test.services, origin)
  const say = (text: string): Cause => ({ kind: 'visitor', input: { kind: 'text', text } })
  const take = (id: string, cause: Cause) => takeTurn(test.services, id, cause, randomUUID())
  const used = async () => (await readUsage(test.services, admin)).used
  const month = async () => (await readUsage(test.services, admin)).months[0]
  const statusOf = async (id: string) => {
    const [row] = await test.services.db.read.all<{ status: string }>('SELECT status FROM contacts WHERE id = ?', [id])
    return row?.status
  }
  const told = (events: readonly Event[]) =>
    events.flatMap((event) => (event.type === 'message' && event.from !== 'visitor' ? [event.text] : [])).join('\n')
  const yes: Cause = { kind: 'visitor', input: { kind: 'choice', value: 'yes' } }
  const priya = { id: 'usr_priya', name: 'Priya' }

  it('counts what is so, through every way in which a contact leaves the flow and comes back', async () => {
    const [answered, left, handed] = [await start(), await start(), await start()]
    expect(await used()).toMatchObject({ contacts: 3, turns: 0 })
    for (const cause of [say('umbrella'), say('bus stop'), yes]) await take(answered.id, cause)
    await take(left.id, say('umbrella'))
    await take(left.id, { kind: 'ended' })
    await take(handed.id, { kind: 'visitor', input: { kind: 'person' } })
    expect(await used()).toMatchObject({ contacts: 0, turns: 5 })
    await take(handed.id, { kind: 'operator', does: 'join', by: priya })
    await take(handed.id, say('This is for a person, and counts for nobody’s limit'))
    await take(handed.id, { kind: 'operator', does: 'return', by: priya })
    expect(await used()).toMatchObject({ contacts: 1, turns: 5 })
    await test.restart()
    await take(handed.id, say('umbrella'))
    await take(handed.id, { kind: 'ended' })
    expect(await used()).toMatchObject({ contacts: 0, turns: 6 })
    expect(await month()).toEqual({ month: '2026-11', contacts: 3, turns: 6, most: 3, limited: 0 })
    const rows = await test.services.db.read.all(`SELECT id FROM contacts WHERE status = 'automated'`)
    expect(rows).toHaveLength(0)
  })

  it.each<[LimitAnswer, string, string]>([
    ['person', 'waiting', 'a person will answer you here'],
    ['call-back', 'waiting', 'Leave your number'],
    ['numbers', 'closed', 'Call [101](tel:101)'],
  ])('gives whoever comes over the limit the force’s choice, %s, and never silence', async (answer, status, words) => {
    await limit({ contacts: { most: 1, answer } })
    const first = await start()
    expect(await statusOf(first.id)).toBe('automated')
    const second = await start()
    expect(await statusOf(second.id)).toBe(status)
    expect(told(second.events)).toContain(words)
    expect(told(second.events)).toContain('999')
    expect(await used()).toMatchObject({ contacts: 1 })
    expect(await month()).toMatchObject({ contacts: 2, limited: 1 })
    // Who was there before notices nothing, and when they have gone the flow serves again.
    expect(await take(first.id, say('umbrella'))).toMatchObject({ taken: true })
    expect(await statusOf(first.id)).toBe('automated')
    await take(first.id, { kind: 'ended' })
    expect(await statusOf((await start()).id)).toBe('automated')
    const { stored, replayed } = await replayContact(
      test.services.db.read,
      test.services.types,
      new Map(),
      second.id,
      'Europe/London',
    )
    expect(replayed).toEqual(stored)
  })

  it.each(
    limitAnswers.flatMap((answer) => [
      [answer, { contacts: { most: 1, answer } }] as const,
      [answer, { turns: { most: 1, answer } }] as const,
    ]),
  )('assesses an emergency and alerts people at every limit, where visitors get %s: %o', async (_answer, change) => {
    const before = await start()
    await take(before.id, say('umbrella'))
    if ('turns' in change) await take(before.id, { kind: 'ended' })
    await limit(change)
    const { id } = await start()
    expect(await statusOf(id)).not.toBe('automated')
    const turn = await take(id, say('He has a knife and is stabbing my brother right now'))
    expect(turn).toMatchObject({ taken: true })
    const events = await readEvents(test.services.db.read, id, 0)
    expect(events).toContainEqual(expect.objectContaining({ type: 'advice', verdict: 'emergency' }))
    expect(await statusOf(id)).toBe('waiting')
    const alerts = await test.services.db.read.all('SELECT contact_id, verdict FROM alerts')
    expect(alerts).toEqual([{ contact_id: id, verdict: 'emergency' }])
  })

  it('takes a number to ring, and the call is owed to the visitor', async () => {
    await limit({ contacts: { most: 1, answer: 'call-back' } })
    await start()
    const { id, events } = await start()
    expect(events).toContainEqual(expect.objectContaining({ type: 'prompt', expects: 'text', input: 'phone' }))
    await take(id, say('07700 900123'))
    const calls = await test.services.db.read.all('SELECT contact_id, phone FROM call_backs')
    expect(calls).toEqual([{ contact_id: id, phone: '07700 900123' }])
  })

  it('counts turns by the month, and begins anew with each', async () => {
    await limit({ turns: { most: 2, answer: 'numbers' } })
    const { id } = await start()
    await take(id, say('umbrella'))
    await take(id, say('bus stop'))
    await take(id, yes)
    expect(await used()).toMatchObject({ turns: 3 })
    expect(await statusOf((await start()).id)).toBe('closed')
    // Midnight in London, where the month begins.
    test.clock.set(Date.UTC(2026, 11, 1, 0, 0, 1))
    expect(await used()).toMatchObject({ turns: 0 })
    expect(await statusOf((await start()).id)).toBe('automated')
    const { months } = await readUsage(test.services, admin)
    expect(months.map((one) => [one.month, one.turns, one.limited])).toEqual([
      ['2026-12', 0, 0],
      ['2026-11', 3, 1],
    ])
  })

  it('lets nobody through who comes at the same instant, and belongs to one force alone', async () => {
    await limit({ contacts: { most: 5, answer: 'person' } })
    const started = await Promise.all(Array.from({ length: 20 }, start))
    const statuses = await Promise.all(started.map(({ id }) => statusOf(id)))
    expect(statuses.filter((status) => status === 'automated')).toHaveLength(5)
    const other = await readUsage(test.services, { ...admin, forceId: 'frc_other' })
    expect(other).toMatchObject({ limits: noLimits, used: { contacts: 0, turns: 0, seats: 0 }, months: [] })
  })
}
