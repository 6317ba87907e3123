import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inboxRoutes } from '../../../schema/api/inbox.ts'
import { safetyRoutes } from '../../../schema/api/safety.ts'
import { type StartedContact, widgetRoutes } from '../../../schema/api/widget.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../../testing/create-test-server.ts'
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts'
import { openSafetyWorker } from '../worker/open-safety-worker.ts'

const codeWord = {
  kind: 'emergency' as const,
  phrase: 'blue umbrella',
  category: 'coded_cannot_talk',
  locale: 'en-GB',
  reason: 'Code word agreed with the refuge',
}
const said = 'It is about my BLUE um8rella'

const say = (server: TestServer, { contact, token }: StartedContact, text: string) =>
  server.get(widgetRoutes.input, {
    params: { id: contact.id },
    token,
    body: { key: randomUUID(), input: { kind: 'text', text } },
  })
const adviceIn = async (answer: ReturnType<typeof say>) =>
  (await answer).events.some((event) => event.type === 'advice' && event.verdict === 'emergency')

const safetyWorker = openSafetyWorker()
afterAll(() => safetyWorker.close())

let server: TestServer
let meera = ''
let siteKey = ''
let forceId = ''
async function open(): Promise<void> {
  server = await createTestServer({ safetyWorker })
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  siteKey = site.key
  forceId = session.force.id
  await publishOnSite(server, cookie)
}

describe('the force’s own words', () => {
  beforeEach(open)
  afterEach(() => server.close())

  test('count at once, also in a contact that runs, and are named in the alert and in the version', async () => {
    const running = await startContact(server, siteKey)
    expect(await adviceIn(say(server, running, said))).toBe(false)
    const added = await server.get(safetyRoutes.addPhrase, { cookie: meera, body: codeWord })
    expect(added).toMatchObject({ phrase: 'blue umbrella', addedBy: 'meera.shah', removed: null })
    expect(await adviceIn(say(server, running, said))).toBe(true)
    const { alerts } = await server.get(inboxRoutes.contacts, { cookie: meera })
    expect(alerts).toMatchObject([{ words: said, assessment: { category: 'coded_cannot_talk' } }])
    expect(alerts[0]?.assessment.evidence).toContainEqual({
      layer: 'force',
      rule: added.id,
      span: [15, 28],
      explanation: 'The force’s own words: blue umbrella',
    })
    expect(alerts[0]?.assessment.detectorVersion).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  test('are gone at once when they are removed, and stay listed with who, when and why', async () => {
    const { id } = await server.get(safetyRoutes.addPhrase, { cookie: meera, body: codeWord })
    const twice = await server.send(safetyRoutes.addPhrase, {
      cookie: meera,
      body: { ...codeWord, phrase: 'Blue  UMBRELLA!' },
    })
    expect(twice.status).toBe(409)
    await server.get(safetyRoutes.removePhrase, {
      cookie: meera,
      params: { id },
      body: { reason: 'The refuge has closed' },
    })
    expect(await adviceIn(say(server, await startContact(server, siteKey), said))).toBe(false)
    expect((await server.get(safetyRoutes.phrases, { cookie: meera })).phrases).toMatchObject([
      { id, removed: { by: 'meera.shah', reason: 'The refuge has closed' } },
    ])
    const entries = await server.services.db.read.all<{ payload: string }>(
      'SELECT payload FROM audit_entries WHERE object_id = ? ORDER BY i',
      [id],
    )
    expect(entries.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { does: 'add', phrase: 'blue umbrella', reason: codeWord.reason },
      { does: 'remove', reason: 'The refuge has closed' },
    ])
    const again = await server.send(safetyRoutes.removePhrase, {
      cookie: meera,
      params: { id },
      body: { reason: 'Once more' },
    })
    expect(again.status).toBe(404)
  })

  test('are the force’s own: another force neither has nor sees them', async () => {
    const { id } = await server.get(safetyRoutes.addPhrase, { cookie: meera, body: codeWord })
    const stranger = await addPerson(server, ['admin'])
    expect((await server.get(safetyRoutes.phrases, { cookie: stranger })).phrases).toEqual([])
    const tried = await server.get(safetyRoutes.tryMessages, { cookie: stranger, body: { messages: [said] } })
    expect(tried.tried[0]?.now.verdict).toBe('none')
    const remove = { cookie: stranger, params: { id }, body: { reason: 'Not mine' } }
    expect((await server.send(safetyRoutes.removePhrase, remove)).status).toBe(404)
    expect(server.services.detectors.of(forceId).version).not.toBe(server.services.detectors.of('frc_other').version)
  })

  test('an exception that would lose people in danger is refused, with their messages, and the try is recorded', async () => {
    const body = { ...codeWord, kind: 'exception' as const, phrase: 'knife', reason: 'Too many kitchen shops' }
    const refused = await server.send(safetyRoutes.addPhrase, { cookie: meera, body })
    expect(refused.status).toBe(409)
    const { error } = await refused.json()
    expect(error.message).toMatch(/^Not changed: people in danger would be missed/)
    expect(error.details.lost.length).toBeGreaterThan(0)
    for (const { text } of error.details.lost) expect(text).toMatch(/kni|nif/i)
    expect((await server.get(safetyRoutes.phrases, { cookie: meera })).phrases).toEqual([])
    const [entry] = await server.services.db.read.all<{ entry: string }>(
      `SELECT entry FROM audit_entries WHERE object_id = 'tried'`,
    )
    expect(JSON.parse(entry?.entry ?? '{}')).toMatchObject({ outcome: 'refused', objType: 'safety-phrase' })
  })

  test('an exception that loses nobody takes out its own words, and says so in the evidence', async () => {
    const street = { ...codeWord, kind: 'exception' as const, phrase: 'Stabbers Lane', reason: 'A street here' }
    const { id } = await server.get(safetyRoutes.addPhrase, { cookie: meera, body: street })
    const { tried } = await server.get(safetyRoutes.tryMessages, {
      cookie: meera,
      body: { messages: ['parking on Stabbers Lane', 'on Stabbers Lane a man is stabbing my brother now, help'] },
    })
    expect(tried.map(({ now }) => now.verdict)).toEqual(['none', 'emergency'])
    expect(tried[0]?.now.evidence).toMatchObject([{ layer: 'force', rule: id, span: [11, 24] }])
  })

  test('a change is tried on typed messages, on the labelled set and on the last contacts without being made', async () => {
    const contact = await startContact(server, siteKey)
    await say(server, contact, 'I lost a blue umbrella on the bus')
    await say(server, contact, 'In town')
    const { reason: _reason, ...draft } = codeWord
    const change = { does: 'add' as const, ...draft }
    const { tried } = await server.get(safetyRoutes.tryMessages, { cookie: meera, body: { messages: [said], change } })
    expect(tried).toMatchObject([{ now: { verdict: 'none' }, after: { verdict: 'emergency' } }])
    const check = await server.get(safetyRoutes.check, { cookie: meera, body: { change } })
    expect(check).toMatchObject({ accepted: true, refusals: [], counts: { lost: 0 } })
    expect(check.messages).toBeGreaterThan(4_000)
    const body = { change, contacts: 100 }
    expect(await server.get(safetyRoutes.lookBack, { cookie: meera, body })).toMatchObject({
      contacts: 1,
      messages: 2,
      raised: 1,
      lowered: 0,
      changed: [
        { contact: contact.contact.id, text: 'I lost a blue umbrella on the bus', before: 'none', after: 'emergency' },
      ],
    })
    const admin = await addPerson(server, ['admin'], forceId)
    const counted = await server.get(safetyRoutes.lookBack, { cookie: admin, body })
    expect(counted).toMatchObject({ raised: 1, changed: [{ text: null, before: 'none', after: 'emergency' }] })
    expect(JSON.stringify(counted)).not.toContain('umbrella')
    expect((await server.get(safetyRoutes.phrases, { cookie: meera })).phrases).toEqual([])
    expect(await adviceIn(say(server, contact, said))).toBe(false)
  })

  test('a removal that is tried shows whose danger only this word finds', async () => {
    const { id } = await server.get(safetyRoutes.addPhrase, { cookie: meera, body: codeWord })
    await say(server, await startContact(server, siteKey), said)
    const body = { change: { does: 'remove' as const, id }, contacts: 10 }
    expect(await server.get(safetyRoutes.lookBack, { cookie: meera, body })).toMatchObject({
      lowered: 1,
      changed: [{ text: said, before: 'emergency', after: 'none' }],
    })
  })

  test('other requests are answered while a change is tried', async () => {
    const { reason: _reason, ...draft } = codeWord
    const trying = server.get(safetyRoutes.check, { cookie: meera, body: { change: { does: 'add', ...draft } } })
    let longest = 0
    let done = false
    void trying.finally(() => {
      done = true
    })
    while (!done) {
      const began = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 5))
      longest = Math.max(longest, performance.now() - began)
    }
    await trying
    expect(longest).toBeLessThan(1_000)
  })

  test('what can be no phrase is refused', async () => {
    for (const phrase of ['', ' ', '!', '-- --', 'x'.repeat(201)])
      expect((await server.send(safetyRoutes.addPhrase, { cookie: meera, body: { ...codeWord, phrase } })).status).toBe(
        400,
      )
    expect(
      (await server.send(safetyRoutes.addPhrase, { cookie: meera, body: { ...codeWord, reason: 'no' } })).status,
    ).toBe(400)
  })
})

describe('lists over several processes', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop(), 60_000)

  test('a word added in one process counts in the other, at its notice or when that is lost', async () => {
    const databaseUrl = await postgres.createDatabase()
    const [one, two] = [
      await createTestServer({ databaseUrl, safetyWorker }),
      await createTestServer({ databaseUrl, safetyWorker }),
    ]
    const { cookie, session } = await setUpServer(one)
    const { id } = await one.get(safetyRoutes.addPhrase, { cookie, body: codeWord })
    const judged = async () =>
      (await two.get(safetyRoutes.tryMessages, { cookie, body: { messages: [said] } })).tried[0]?.now.verdict
    await expect.poll(judged, { timeout: 5_000 }).toBe('emergency')
    await one.services.db.write(async (tx) => {
      await tx.run('UPDATE safety_phrases SET removed_at = 1 WHERE id = ?', [id])
      await tx.run(`UPDATE counters SET value = value + 1 WHERE force_id = ? AND name = 'safety'`, [session.force.id])
    })
    await two.services.detectors.reloadIfChanged()
    expect(await judged()).toBe('none')
    for (const each of [one, two]) await each.close()
  })
})

describe('when lists cannot be read', () => {
  test('what was there goes on judging, the fault is shown, and it goes when they can be read again', async () => {
    await open()
    await server.get(safetyRoutes.addPhrase, { cookie: meera, body: codeWord })
    await server.services.db.write((tx) => tx.run('ALTER TABLE safety_phrases RENAME TO away'))
    await server.services.detectors.reload()
    const { tried } = await server.get(safetyRoutes.tryMessages, { cookie: meera, body: { messages: [said] } })
    expect(tried[0]?.now.verdict).toBe('emergency')
    const state = () => server.get(safetyRoutes.state, { cookie: meera })
    expect((await state()).faults).toMatchObject([{ part: 'safety: lists' }])
    expect((await (await server.app.request('/health/ready')).json()).status).toBe('degraded')
    await server.services.db.write((tx) => tx.run('ALTER TABLE away RENAME TO safety_phrases'))
    await server.services.detectors.reload()
    expect((await state()).faults).toEqual([])
    await server.close()
  })
})
