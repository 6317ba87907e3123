import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { trafficRoutes } from '../../schema/api/traffic.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { rollUp } from '../traffic/roll-up.ts'

let server: TestServer
let cookie = ''
let siteKey = ''
let flowId = ''
beforeEach(async () => {
  server = await createTestServer()
  const set = await setUpServer(server)
  cookie = set.cookie
  siteKey = set.site.key
  flowId = await publishOnSite(server, cookie)
})
afterEach(() => server.close())

async function talk(contacts: number, answer: string): Promise<void> {
  for (let n = 0; n < contacts; n++) {
    const { contact, token } = await startContact(server, siteKey)
    const body = { key: randomUUID(), input: { kind: 'text', text: answer } }
    await server.get(widgetRoutes.input, { params: { id: contact.id }, token, body })
    await server.get(widgetRoutes.end, { params: { id: contact.id }, token, body: { key: randomUUID() } })
  }
}
async function read(query = {}) {
  while (await rollUp(server.services));
  return server.get(trafficRoutes.flow, { cookie, params: { id: flowId }, query })
}

test('says how many came, where they went on and where they left, and no share of fewer than twenty', async () => {
  await talk(19, 'my umbrella')
  const few = await read()
  expect(few.nodes.find(({ node }) => node === 'where')).toEqual({
    node: 'where',
    visits: 19,
    left: 19,
    leftShare: null,
    median: 0,
  })
  expect(few.outcomes.find(({ node }) => node === 'what')).toEqual({
    node: 'what',
    outcome: 'answered',
    visits: 19,
    share: null,
  })
  expect(few.behind).toBe(0)
  await talk(1, 'my phone')
  const enough = await read()
  expect(enough.nodes.find(({ node }) => node === 'where')).toMatchObject({ visits: 20, left: 20, leftShare: 1 })
  expect(enough.outcomes.find(({ node }) => node === 'what')).toMatchObject({ visits: 20, share: 1 })
})

test('holds to the period and to the version', async () => {
  await talk(2, 'my umbrella')
  server.clock.forward(3 * 86_400_000)
  await talk(1, 'my umbrella')
  const visits = async (query: object) => (await read(query)).nodes.find(({ node }) => node === 'what')?.visits
  // Sessions end in three days of nobody looking: the person signs in again.
  cookie = await addPerson(server, ['designer'], await forceId())
  expect(await visits({ period: 'day' })).toBe(1)
  expect(await visits({ period: 'week' })).toBe(3)
  expect(await visits({ period: 'week', version: 1 })).toBe(3)
  expect(await visits({ period: 'week', version: 2 })).toBeUndefined()
})

test('gives no figures of another force, and none to people without designing or supervising', async () => {
  const stranger = await addPerson(server, ['designer'])
  expect((await server.send(trafficRoutes.flow, { cookie: stranger, params: { id: flowId } })).status).toBe(404)
  const operator = await addPerson(server, ['operator'], await forceId())
  expect((await server.send(trafficRoutes.flow, { cookie: operator, params: { id: flowId } })).status).toBe(403)
})

test('holds nothing of what anybody wrote', async () => {
  await talk(1, 'a very secret umbrella')
  expect(JSON.stringify(await read())).not.toContain('umbrella')
})

async function forceId(): Promise<string> {
  const [row] = await server.services.db.read.all<{ id: string }>('SELECT id FROM forces')
  return row?.id ?? ''
}
