import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { safetyRoutes } from '../../schema/api/safety.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { usualSafetySettings } from '../../schema/safety-settings.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { escalateDue } from './escalation-worker.ts'

const danger = 'He is outside my door with a knife, please help me'
const worry = 'my partner checks my phone, takes all my money and I am afraid of him'

function promises(open: () => Promise<TestServer>): void {
  let server: TestServer
  let meera = ''
  let siteKey = ''
  let forceId = ''
  beforeEach(async () => {
    server = await open()
    const { cookie, session, site } = await setUpServer(server)
    meera = cookie
    siteKey = site.key
    forceId = session.force.id
    await publishOnSite(server, cookie)
  })
  afterEach(() => server.close())

  const say = ({ contact, token }: StartedContact, text: string) =>
    server.get(widgetRoutes.input, {
      params: { id: contact.id },
      token,
      body: { key: randomUUID(), input: { kind: 'text', text } },
    })
  const alerts = async () => (await server.get(inboxRoutes.contacts, { cookie: meera })).alerts
  const later = async (seconds: number) => {
    server.clock.forward(seconds * 1_000)
    await escalateDue(server.services)
  }
  const audited = async (id: string) =>
    (
      await server.services.db.read.all<{ entry: string; payload: string }>(
        `SELECT entry, payload FROM audit_entries WHERE object_id = ? ORDER BY i`,
        [id],
      )
    ).map(({ entry, payload }) => ({ ...JSON.parse(entry), payload: JSON.parse(payload) }))

  test('an alert that nobody acknowledges goes to the supervisors, then to everybody, and both are recorded', async () => {
    await say(await startContact(server, siteKey), danger)
    const [raised] = await alerts()
    const from = Date.parse(raised?.raisedAt ?? '')
    expect(raised).toMatchObject({ level: 'on-duty', escalatesAt: new Date(from + 120_000).toISOString() })
    await later(119)
    expect(await alerts()).toMatchObject([{ level: 'on-duty' }])
    await later(1)
    expect(await alerts()).toMatchObject([
      { level: 'supervisors', escalatesAt: new Date(from + 240_000).toISOString() },
    ])
    await later(120)
    await later(600)
    expect(await alerts()).toMatchObject([{ level: 'everyone', escalatesAt: null, acknowledgedAt: null }])
    expect((await audited(raised?.id ?? '')).map(({ actor, payload }) => [actor, payload.told])).toEqual([
      ['escalation', 'supervisors'],
      ['escalation', 'everyone'],
    ])
  })

  test('everybody is told by number only, whatever their role, until somebody acknowledges it', async () => {
    const auditor = await addPerson(server, ['auditor'], forceId)
    await say(await startContact(server, siteKey), danger)
    const [raised] = await alerts()
    const state = () => server.get(safetyRoutes.state, { cookie: auditor })
    await later(120)
    expect((await state()).unanswered).toEqual([])
    await later(120)
    const { unanswered } = await state()
    expect(unanswered).toMatchObject([{ id: raised?.id, number: raised?.number, verdict: 'emergency' }])
    expect(JSON.stringify(unanswered)).not.toContain('knife')
    await server.get(inboxRoutes.acknowledge, { cookie: meera, params: { id: raised?.id ?? '' } })
    expect((await state()).unanswered).toEqual([])
  })

  test('an alert that is acknowledged goes no higher, and takes those before it of the same contact along', async () => {
    const contact = await startContact(server, siteKey)
    const other = await startContact(server, siteKey)
    await say(contact, worry)
    server.clock.forward(1_000)
    await say(other, worry)
    server.clock.forward(5_000)
    await say(contact, danger)
    const last = (await alerts()).find(({ verdict }) => verdict === 'emergency')
    await server.get(inboxRoutes.acknowledge, { cookie: meera, params: { id: last?.id ?? '' } })
    await later(600)
    expect((await alerts()).map(({ contact: id, level, acknowledgedBy }) => [id, level, acknowledgedBy])).toEqual([
      [contact.contact.id, 'on-duty', 'meera.shah'],
      [other.contact.id, 'supervisors', null],
      [contact.contact.id, 'on-duty', 'meera.shah'],
    ])
    expect((await audited(last?.id ?? '')).at(-1)?.payload).toMatchObject({ level: 0, afterMs: 0 })
  })

  test('two workers that look at once take an alert one level higher, not two', async () => {
    await say(await startContact(server, siteKey), danger)
    server.clock.forward(120_000)
    await Promise.all([1, 2, 3].map(() => escalateDue(server.services)))
    expect(await alerts()).toMatchObject([{ level: 'supervisors' }])
  })

  test('the times are the force’s own, within limits that keep it safe', async () => {
    const save = (seconds: number) =>
      server.send(safetyRoutes.saveSettings, {
        cookie: meera,
        body: {
          ...usualSafetySettings,
          escalation: { ...usualSafetySettings.escalation, emergency: { supervisors: seconds, everyone: 60 } },
        },
      })
    for (const seconds of [0, -1, 14, 301, 1.5, 1e9])
      expect([seconds, (await save(seconds)).status]).toEqual([seconds, 400])
    expect((await save(15)).status).toBe(200)
    await say(await startContact(server, siteKey), danger)
    await later(15)
    expect(await alerts()).toMatchObject([{ level: 'supervisors' }])
    expect(
      (await audited(forceId)).find(({ op, objType }) => op === 'setting' && objType === 'safety-settings'),
    ).toMatchObject({
      op: 'setting',
      payload: { before: usualSafetySettings, after: { escalation: { emergency: { supervisors: 15 } } } },
    })
  })
}

describe('alerts on SQLite', () => {
  promises(() => createTestServer())

  test('what fell due while the server was down goes up at once when it is back', async () => {
    const server = await createTestServer()
    const { cookie, site } = await setUpServer(server)
    await publishOnSite(server, cookie)
    const { contact, token } = await startContact(server, site.key)
    const body = { key: randomUUID(), input: { kind: 'text', text: danger } }
    await server.get(widgetRoutes.input, { params: { id: contact.id }, token, body })
    server.clock.forward(130_000)
    const services = await server.restart()
    await escalateDue(services)
    const rows = await services.db.read.all<{ level: number; due_at: number }>('SELECT level, due_at FROM alerts')
    expect(rows).toEqual([{ level: 1, due_at: server.clock.now() + 120_000 }])
    await server.close()
  })

  test('settings that can no longer be read raise and escalate alerts all the same', async () => {
    const server = await createTestServer()
    const { cookie, session, site } = await setUpServer(server)
    await publishOnSite(server, cookie)
    await server.services.db.write((tx) =>
      tx.run('INSERT INTO safety_settings (force_id, settings) VALUES (?, ?)', [session.force.id, '{"escalation":0}']),
    )
    await server.services.reloadForces()
    const { contact, token } = await startContact(server, site.key)
    const body = { key: randomUUID(), input: { kind: 'text', text: danger } }
    const { events } = await server.get(widgetRoutes.input, { params: { id: contact.id }, token, body })
    expect(events.find(({ type }) => type !== 'message')).toMatchObject({ type: 'advice', verdict: 'emergency' })
    server.clock.forward(120_000)
    await escalateDue(server.services)
    expect((await server.get(inboxRoutes.contacts, { cookie })).alerts).toMatchObject([{ level: 'supervisors' }])
    await server.close()
  })
})

describe('alerts on PostgreSQL', () => {
  let postgres: TestPostgres
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop(), 60_000)
  promises(async () => createTestServer({ databaseUrl: await postgres.createDatabase() }))
})
