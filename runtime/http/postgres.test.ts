import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import {
  createTestServer,
  firstPerson,
  publishOnSite,
  setUpServer,
  siteOrigin,
  startContact,
  toRequest,
} from '../testing/create-test-server.ts'
import { readFrames } from '../testing/read-frames.ts'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'

/** The same calls on PostgreSQL, where several processes share one database. */
let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

test('the first start works once for all processes together', async () => {
  const databaseUrl = await postgres.createDatabase()
  const servers = [await createTestServer({ databaseUrl }), await createTestServer({ databaseUrl })]
  const answers = await Promise.all(
    [0, 1, 2, 3].map((index) =>
      servers[index % 2]?.send(adminRoutes.setup, {
        body: { ...firstPerson, email: `a${index}@b.example`, site: siteOrigin },
      }),
    ),
  )
  expect(answers.map((answer) => answer?.status).sort()).toEqual([201, 409, 409, 409])
  for (const server of servers) await server.close()
})

test('from set-up to a contact that a person closes, over two processes', async () => {
  const databaseUrl = await postgres.createDatabase()
  const [one, two] = [await createTestServer({ databaseUrl }), await createTestServer({ databaseUrl })]
  const { cookie, site } = await setUpServer(one, { template: undefined })
  const id = await publishOnSite(one, cookie)
  const started = await startContact(two, site.key)
  const me = { params: { id: started.contact.id }, token: started.token }
  const stream = await two.app.request(
    ...toRequest(widgetRoutes.events, { ...me, headers: { accept: 'text/event-stream' } }),
  )
  const reading = readFrames(stream, (frames) => frames.some(({ data }) => data.includes('I am here')))
  const say = (text: string) => ({ key: randomUUID(), input: { kind: 'text', text } })
  await one.get(widgetRoutes.input, { ...me, body: say('He is outside my door with a knife, please help me') })
  const { contacts, alerts } = await two.get(inboxRoutes.contacts, { cookie })
  expect(contacts).toMatchObject([{ id: started.contact.id, priority: 'emergency', status: 'waiting' }])
  await one.get(inboxRoutes.acknowledge, { cookie, params: { id: alerts[0]?.id ?? '' } })
  await two.get(inboxRoutes.claim, { cookie, params: { id: started.contact.id } })
  const text = { key: randomUUID(), text: 'I am here' }
  await one.get(inboxRoutes.say, { cookie, params: { id: started.contact.id }, body: text })
  expect((await reading).length).toBeGreaterThan(started.events.length)
  await two.get(inboxRoutes.close, { cookie, params: { id: started.contact.id }, body: { outcome: 'resolved' } })
  const detail = await one.get(inboxRoutes.contact, { cookie, params: { id: started.contact.id } })
  expect(detail.status).toBe('closed')
  expect((await two.get(flowsRoutes.versions, { cookie, params: { id } })).versions).toMatchObject([{ version: 1 }])
  expect((await two.get(flowsRoutes.list, { cookie })).flows).toMatchObject([{ id, live: 1, running: 0 }])
  const draft = await two.get(flowsRoutes.get, { cookie, params: { id } })
  const saves = await Promise.all(
    [one, two].map((server, index) =>
      server.send(flowsRoutes.save, {
        cookie,
        params: { id },
        body: { revision: 1, flow: { ...draft.flow, name: `Draft ${index}` } },
      }),
    ),
  )
  expect(saves.map(({ status }) => status).sort()).toEqual([200, 409])
  for (const server of [one, two]) await server.close()
})

test('characters that PostgreSQL cannot keep break nothing', async () => {
  const server = await createTestServer({ databaseUrl: await postgres.createDatabase() })
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  const started = await startContact(server, site.key)
  const me = { params: { id: started.contact.id }, token: started.token }
  const texts = ['a\u0000b', '\u0000 \ud800 lone', 'ok \udfff', '\ufffe\uffff', '💀'.repeat(100)]
  for (const text of texts) {
    const body = { key: randomUUID(), input: { kind: 'text', text } }
    expect([text, (await server.send(widgetRoutes.input, { ...me, body })).status < 500]).toEqual([text, true])
  }
  const { events } = await server.get(widgetRoutes.events, me)
  expect(events.some((event) => event.type === 'message' && event.text === 'ab')).toBe(true)
  for (const id of ['\u0000', 'a\u0000', '💀', '%'])
    expect((await server.send(flowsRoutes.get, { cookie, params: { id } })).status).toBe(404)
  const email = 'a\u0000@b.example'
  expect((await server.send(adminRoutes.signIn, { body: { email, password: 'a' } })).status).toBe(401)
  const upload = await server.app.request(`/api/widget/contacts/${started.contact.id}/files?name=a%00.pdf`, {
    method: 'POST',
    headers: { authorization: `Bearer ${started.token}` },
    body: '%PDF-1.7',
  })
  expect((await upload.json()).file.name).toBe('a.pdf')
  expect((await server.app.request('/widget/frame?site=%00')).status).toBe(403)
  expect((await server.app.request('/widget/try?site=%00')).status).toBe(404)
  await server.close()
})
