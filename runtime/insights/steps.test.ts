import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insightsRoutes } from '../../schema/api/insights.ts'
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
import { keepFigures } from './keep-figures.ts'

let server: TestServer
let cookie = ''
let siteKey = ''
let flow = ''
beforeEach(async () => {
  server = await createTestServer()
  const set = await setUpServer(server)
  cookie = set.cookie
  siteKey = set.site.key
  flow = await publishOnSite(server, cookie)
})
afterEach(() => server.close())

/** Visitors who answer the first question and leave at the second. */
async function leave(contacts: number): Promise<void> {
  for (let n = 0; n < contacts; n++) {
    const { contact, token } = await startContact(server, siteKey)
    const body = { key: randomUUID(), input: { kind: 'text', text: 'my umbrella' } }
    await server.get(widgetRoutes.input, { params: { id: contact.id }, token, body })
    await server.get(widgetRoutes.end, { params: { id: contact.id }, token, body: { key: randomUUID() } })
  }
  while (await rollUp(server.services));
  while ((await keepFigures(server.services)) > 0);
}
const today = () => new Date(server.clock.now()).toISOString().slice(0, 10)
const steps = async (query: object = {}, who = cookie) => {
  const asked = { from: today(), to: today(), flow, version: 1, ...query }
  return (await server.get(insightsRoutes.steps, { cookie: who, query: asked })).steps
}

test('shows who came to each step of a version and who left there, under the names of the cards', async () => {
  await leave(20)
  const [first, ...rest] = await steps()
  expect(first?.visits).toBe(20)
  expect((await steps()).find(({ node }) => node === 'start')).toMatchObject({ asks: false, left: 0 })
  const left = rest.find(({ left: n }) => n > 0)
  expect(left).toMatchObject({ node: 'where', asks: true, visits: 20, left: 20, leftShare: 1 })
  expect(left?.name).not.toBe('where')
  expect((await steps()).map(({ visits }) => visits)).toEqual(
    (await steps()).map(({ visits }) => visits).toSorted((a, b) => b - a),
  )
  const { figures } = await server.get(insightsRoutes.figures, { cookie, query: { from: today(), to: today() } })
  expect(figures.leftAt).toEqual([{ flow, version: 1, node: 'where', name: left?.name, n: 20 }])
})

test('holds to the days and to the version, and gives no share of fewer than twenty', async () => {
  await leave(2)
  expect((await steps()).find(({ node }) => node === 'where')).toMatchObject({ left: 2, leftShare: null })
  expect(await steps({ version: 2 })).toEqual([])
  expect(await steps({ from: '2026-01-01', to: '2026-01-31' })).toEqual([])
})

test('gives nothing of another force', async () => {
  const stranger = await addPerson(server, ['supervisor'])
  const query = { from: today(), to: today(), flow, version: 1 }
  expect((await server.send(insightsRoutes.steps, { cookie: stranger, query })).status).toBe(404)
})
