import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { ErrorBody } from '../../schema/app-error.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { readFrames } from '../testing/read-frames.ts'
import { createApp } from './create-app.ts'

const hour = 3_600_000
let server: TestServer
let siteKey = ''
let id = ''
let token = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  siteKey = site.key
  const started = await startContact(server, siteKey)
  id = started.contact.id
  token = started.token
})
afterEach(() => server.close())

const say = (text: string, app = server.app) =>
  app.request(
    ...toRequest(widgetRoutes.input, {
      params: { id },
      token,
      body: { key: randomUUID(), input: { kind: 'text', text } },
    }),
  )
const read = () => server.send(widgetRoutes.events, { params: { id }, token })

test('a token opens its contact until nothing was written for twelve hours, and then says so with whom to call', async () => {
  server.clock.forward(11 * hour)
  expect((await say('An umbrella')).status).toBe(200)
  server.clock.forward(12 * hour)
  expect((await read()).status).toBe(200)
  server.clock.forward(1)
  for (const answer of [await read(), await say('Still here?')]) {
    expect(answer.status).toBe(401)
    const { error, help } = ErrorBody.parse(await answer.json())
    expect(error.message).toBe(
      'Nothing was written in this chat for 12 hours, so it has ended. You can start a new chat. In an emergency call 999, otherwise 101.',
    )
    expect(help).toEqual({ emergency: '999', nonEmergency: '101' })
  }
  expect((await startContact(server, siteKey)).contact.id).not.toBe(id)
})

test('reading alone keeps nothing open', async () => {
  for (let past = 0; past < 12; past += 2) {
    server.clock.forward(2 * hour)
    expect((await read()).status).toBe(200)
  }
  server.clock.forward(1)
  expect((await read()).status).toBe(401)
})

test('a day after it began a contact is over, however much is written', async () => {
  for (let past = 0; past < 24; past += 6) {
    expect((await say('An umbrella')).status).not.toBe(401)
    server.clock.forward(6 * hour)
  }
  expect((await read()).status).toBe(200)
  server.clock.forward(1)
  const answer = await say('An umbrella')
  expect([answer.status, (await answer.json()).error.message]).toEqual([
    401,
    'This chat began more than 24 hours ago, so it has ended. You can start a new chat. In an emergency call 999, otherwise 101.',
  ])
})

test('what was written through another process counts too', async () => {
  const other = createApp(server.services, server.environment)
  expect((await say('An umbrella')).status).toBe(200)
  server.clock.forward(10 * hour)
  expect((await say('On the bus', other)).status).toBe(200)
  server.clock.forward(10 * hour)
  expect((await read()).status).toBe(200)
})

test('an open stream ends when the token does', async () => {
  const response = await server.app.request(
    ...toRequest(widgetRoutes.events, { params: { id }, token, headers: { accept: 'text/event-stream' } }),
  )
  setTimeout(() => server.clock.forward(25 * hour), 100)
  await readFrames(response, () => false)
  expect((await read()).status).toBe(401)
})

test('words about danger get the advice also with a token that is too old', async () => {
  server.clock.forward(25 * hour)
  const answer = await say('he has a knife and is breaking in')
  expect(answer.status).toBe(401)
  expect((await answer.json()).advice?.[0]).toBe('Call 999 now')
})
