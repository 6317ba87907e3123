import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callBacksRoutes } from '../../schema/api/call-backs.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { thriveRoutes } from '../../schema/api/thrive.ts'
import { warningsRoutes } from '../../schema/api/warnings.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { fireDue } from '../contact/timer-worker.ts'
import { watchDesk } from '../handover/watch-desk.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
let meera = ''
let sam = ''
let forceId = ''
let started: StartedContact
let params: { id: string }
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  forceId = session.force.id
  sam = await addPerson(server, ['operator'], forceId)
  await publishOnSite(server, cookie)
  started = await startContact(server, site.key)
  params = { id: started.contact.id }
  await say({ kind: 'person' })
})
afterEach(() => server.close())

const say = (input: object) =>
  server.get(widgetRoutes.input, { params, token: started.token, body: { key: randomUUID(), input } })
const judged = {
  threat: 'Neighbour shouts',
  harm: '',
  risk: '',
  investigation: '',
  vulnerability: 'Lives alone',
  engagement: '',
  evidence: [1],
}
const sign = (grade: string, more: object = {}, cookie = sam) =>
  server.send(thriveRoutes.sign, { cookie, params, body: { ...judged, grade, ...more } })
const records = async () => (await server.get(thriveRoutes.get, { cookie: sam, params })).records
const later = async (minutes: number) => {
  server.clock.forward(minutes * 60_000)
  await watchDesk(server.services, forceId)
}
const warnings = async () => (await server.get(warningsRoutes.list, { cookie: meera })).warnings

test('a lower grade needs a reason, and from a high one a second person who is not the first', async () => {
  expect((await sign('priority')).status).toBe(200)
  expect((await sign('standard')).status).toBe(422)
  expect((await sign('standard', { reason: 'The neighbour has gone' })).status).toBe(200)
  expect((await records()).map(({ grade, status }) => [grade, status])).toEqual([
    ['standard', 'waiting'],
    ['priority', 'holds'],
  ])
  await later(1)
  expect((await warnings()).map(({ kind }) => kind)).toContain('agree')
  const [waiting] = await records()
  const agree = (cookie: string) =>
    server.send(thriveRoutes.agree, { cookie, params: { id: waiting?.id ?? '' }, body: { agree: true } })
  expect((await agree(sam)).status).toBe(403)
  expect((await agree(meera)).status).toBe(200)
  expect((await agree(meera)).status).toBe(409)
  await later(1)
  expect((await warnings()).map(({ kind }) => kind)).not.toContain('agree')
  expect((await records())[0]).toMatchObject({ grade: 'standard', status: 'holds', second: { name: 'meera.shah' } })
  expect((await sign('none', { reason: 'Settled' })).status).toBe(200)
  expect((await records())[0]).toMatchObject({ grade: 'none', status: 'holds', reviewAt: null })
})

test('nobody lowers a high grade alone, supervisor or not', async () => {
  await sign('emergency', {}, meera)
  await sign('none', { reason: 'Mine' }, meera)
  const [waiting] = await records()
  const own = await server.send(thriveRoutes.agree, {
    cookie: meera,
    params: { id: waiting?.id ?? '' },
    body: { agree: true },
  })
  expect(own.status).toBe(403)
  expect((await records()).find(({ status }) => status === 'holds')?.grade).toBe('emergency')
})

test('evidence has to stand in the contact', async () => {
  expect((await sign('standard', { evidence: [999] })).status).toBe(422)
})

test('a grade that is not looked at again in time is put before the supervisor, until somebody does', async () => {
  await sign('priority')
  await later(59)
  expect((await warnings()).filter(({ kind }) => kind === 'reassess')).toEqual([])
  await later(2)
  expect((await warnings()).map(({ kind }) => kind)).toContain('reassess')
  await sign('priority')
  await later(1)
  expect((await warnings()).map(({ kind }) => kind)).not.toContain('reassess')
})

test('what the visitor was told stands, and a promise whose time is over is put before the supervisor', async () => {
  const dueAt = new Date(server.clock.now() + 3_600_000).toISOString()
  const promise = await server.get(thriveRoutes.tell, {
    cookie: sam,
    params,
    body: { kind: 'will-attend', words: 'An officer comes today.', dueAt },
  })
  await later(61)
  expect((await warnings()).find(({ kind }) => kind === 'promise')?.text).toContain('An officer comes today.')
  await server.get(thriveRoutes.tell, {
    cookie: sam,
    params,
    body: { kind: 'kept', words: 'PC Ash was there at 3pm.', of: promise.id },
  })
  await later(1)
  expect((await warnings()).find(({ kind }) => kind === 'promise')).toBeUndefined()
  const { told } = await server.get(thriveRoutes.get, { cookie: sam, params })
  expect(told.map(({ kind }) => kind)).toEqual(['will-attend', 'kept'])
})

test('proposes from what was found and gathered, with the lines that it rests on', async () => {
  await say({ kind: 'text', text: 'He is outside my door with a knife, please help me' })
  const { proposal } = await server.get(thriveRoutes.get, { cookie: sam, params })
  expect(proposal).toMatchObject({ grade: 'emergency', vulnerability: '' })
  expect(proposal.threat).not.toBe('')
  expect(proposal.evidence).toHaveLength(1)
})

test('somebody nobody came for is rung up by one person; without an answer it waits for the next', async () => {
  for (let step = 0; step < 30; step++) {
    server.clock.forward(5_000)
    await fireDue(server.services)
  }
  await say({ kind: 'choice', value: 'call-back' })
  await say({ kind: 'text', text: '07700 900123' })
  const list = async () => (await server.get(callBacksRoutes.list, { cookie: sam })).callBacks
  expect(await list()).toMatchObject([{ phone: '07700 900123', owner: null }])
  const [call] = await list()
  const of = { id: call?.id ?? '' }
  expect(
    (await server.send(callBacksRoutes.finish, { cookie: sam, params: of, body: { outcome: 'reached' } })).status,
  ).toBe(409)
  const takes = await Promise.all(
    [sam, meera, sam].map((cookie) => server.send(callBacksRoutes.take, { cookie, params: of })),
  )
  expect(takes.map(({ status }) => status)).toEqual([200, 409, 200])
  await server.get(callBacksRoutes.finish, { cookie: sam, params: of, body: { outcome: 'no-answer' } })
  expect(await list()).toMatchObject([{ owner: null }])
  await server.get(callBacksRoutes.take, { cookie: meera, params: of })
  await server.get(callBacksRoutes.finish, { cookie: meera, params: of, body: { outcome: 'reached' } })
  expect(await list()).toEqual([])
  const { contacts } = await server.get(inboxRoutes.contacts, { cookie: sam, query: { state: 'open' } })
  expect(contacts).toEqual([])
})
