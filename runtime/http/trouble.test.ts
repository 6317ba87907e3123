import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { help } from '../../schema/app-error.ts'
import type { Services } from '../services.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { createApp } from './create-app.ts'
import { declaredRoutes } from './require-declared-routes.ts'
import { unavailableApp } from './unavailable-app.ts'

const danger = 'He is outside my door with a knife, please help me'
const say = (text: string) => ({ key: randomUUID(), input: { kind: 'text', text } })

/** The server as it is when its database answers like `database`. */
function withDatabase(server: TestServer, database: Partial<Services['db']>) {
  const services = { ...server.services, db: { ...server.services.db, ...database } }
  return createApp(services, server.environment)
}

const gone = async (): Promise<never> => {
  throw new Error('SQLITE_IOERR: disk I/O error in SELECT * FROM contacts at /data/signpost.db')
}

test('with the database gone every visitor call says 999 and 101, and nothing internal', async () => {
  const server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  const { contact, token } = await startContact(server, site.key)
  const { app } = server
  await server.services.db.close()
  for (const route of declaredRoutes().filter(({ path }) => path.startsWith('/api/widget/contacts'))) {
    const [path, options] = toRequest(route, {
      params: { id: contact.id },
      token,
      body: route.body && say('A red bag'),
    })
    const response = await app.request(path, options)
    const text = await response.text()
    if (response.status === 400) continue
    expect([route.id, response.status]).toEqual([route.id, 503])
    expect(JSON.parse(text)).toMatchObject({
      help,
      error: { code: 'unavailable', message: expect.stringMatching(/999/) },
    })
    expect(text).not.toMatch(/database|SQLITE|SELECT/i)
  }
  const heard = await app.request(
    ...toRequest(widgetRoutes.input, { params: { id: contact.id }, token, body: say(danger) }),
  )
  expect(heard.status).toBe(503)
  expect((await heard.json()).advice[0]).toBe('Call 999 now')
  const welsh = await app.request(
    ...toRequest(widgetRoutes.input, {
      params: { id: contact.id },
      token,
      body: say(danger),
      headers: { 'accept-language': 'cy' },
    }),
  )
  expect((await welsh.json()).advice[0]).toBe('Ffoniwch 999 nawr')
  expect((await app.request('/health/ready')).status).toBe(503)
  expect((await app.request('/health/live')).status).toBe(200)
  const frame = await app.request(`/widget/frame?site=${site.key}`)
  expect([frame.status, (await frame.text()).includes('tel:999')]).toEqual([503, true])
  await server.close()
})

test('a write that fails is never acknowledged', async () => {
  const server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  const { contact, token, events } = await startContact(server, site.key)
  const app = withDatabase(server, { write: gone })
  const body = say('A red bag')
  const refused = await app.request(...toRequest(widgetRoutes.input, { params: { id: contact.id }, token, body }))
  expect([refused.status, (await refused.json()).error.message.startsWith('Not sent')]).toEqual([503, true])
  expect((await server.get(widgetRoutes.events, { params: { id: contact.id }, token })).events).toEqual(events)
  expect((await server.send(widgetRoutes.input, { params: { id: contact.id }, token, body })).status).toBe(200)
  await server.close()
})

test('a database that does not answer is given up after less than six seconds', async () => {
  const server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  const { contact, token } = await startContact(server, site.key)
  const slow: Services['db']['read'] = {
    ...server.services.db.read,
    async all(sql, params) {
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      return server.services.db.read.all(sql, params)
    },
  }
  const app = withDatabase(server, { read: slow, write: () => new Promise(() => {}) })
  const began = performance.now()
  const refused = await app.request(
    ...toRequest(widgetRoutes.input, { params: { id: contact.id }, token, body: say(danger) }),
  )
  expect(refused.status).toBe(503)
  expect((await refused.json()).advice[0]).toBe('Call 999 now')
  expect(performance.now() - began).toBeLessThan(6_000)
  await server.close()
})

test('before the database can be reached there are a page and a body with the numbers', async () => {
  const server = await createTestServer()
  const app = unavailableApp(server.environment)
  for (const path of ['/', '/flows/x', '/widget/frame?site=x', '/widget.js']) {
    const response = await app.request(path)
    expect(response.status).toBe(503)
    expect(await response.text()).toMatch(/tel:999[\s\S]*tel:101/)
  }
  const spoken = await app.request(...toRequest(widgetRoutes.input, { body: say(danger) }))
  expect(spoken.status).toBe(503)
  expect(await spoken.json()).toMatchObject({ help, advice: expect.arrayContaining(['Call 999 now']) })
  expect((await app.request('/health/live')).status).toBe(200)
  expect((await app.request('/health/ready')).status).toBe(503)
  await server.close()
})
