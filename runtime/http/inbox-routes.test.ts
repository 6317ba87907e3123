import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { readFrames } from '../testing/read-frames.ts'
import { toFlow } from '../testing/sample-flows.ts'

let server: TestServer
let meera = ''
let sam = ''
let siteKey = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  siteKey = site.key
  sam = await addPerson(server, ['operator'], session.force.id)
  await publishOnSite(server, cookie)
})
afterEach(() => server.close())

const danger = 'He is outside my door with a knife, please help me'
const input = ({ contact, token }: StartedContact, body: object) =>
  server.get(widgetRoutes.input, { params: { id: contact.id }, token, body: { key: randomUUID(), input: body } })
const list = (cookie: string, state: string = 'open') => server.get(inboxRoutes.contacts, { cookie, query: { state } })

async function askForPerson(): Promise<string> {
  const started = await startContact(server, siteKey)
  await input(started, { kind: 'person' })
  return started.contact.id
}

test('a contact that waits is picked up, answered and closed by one person', async () => {
  const id = await askForPerson()
  const me = { cookie: meera, params: { id } }
  expect((await list(sam, 'waiting')).contacts.map((contact) => contact.id)).toEqual([id])
  await server.get(inboxRoutes.claim, me)
  expect((await list(meera, 'mine')).contacts).toMatchObject([
    { id, status: 'with-operator', owner: { name: 'meera.shah' } },
  ])
  expect((await list(sam, 'mine')).contacts).toEqual([])
  const body = { key: randomUUID(), text: 'Hello, how can I help?' }
  const said = await server.get(inboxRoutes.say, { ...me, body })
  expect(await server.get(inboxRoutes.say, { ...me, body })).toEqual(said)
  const detail = await server.get(inboxRoutes.contact, me)
  expect(detail.events.filter((event) => event.type === 'message' && event.from === 'operator')).toMatchObject([
    { text: 'Hello, how can I help?', name: 'meera.shah' },
  ])
  await server.get(inboxRoutes.close, { ...me, body: { outcome: 'resolved' } })
  expect((await list(meera)).contacts).toEqual([])
  expect((await list(meera, 'closed')).contacts.map((contact) => contact.id)).toEqual([id])
})

test('of people who pick up at once one gets it, and may do so twice', async () => {
  const ids = [await askForPerson(), await askForPerson(), await askForPerson()]
  for (const id of ids) {
    const answers = await Promise.all(
      [meera, sam, meera, sam].map((cookie) => server.send(inboxRoutes.claim, { cookie, params: { id } })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200, 409])
  }
  const [id = ''] = ids
  const refused = await server.send(inboxRoutes.say, {
    cookie: sam,
    params: { id },
    body: { key: randomUUID(), text: 'Me too' },
  })
  expect(refused.status).toBe(409)
})

test('the visitor hears that their words were read, only from who has the contact and as far as there are words', async () => {
  const started = await startContact(server, siteKey)
  const { id } = started.contact
  await input(started, { kind: 'person' })
  const { seq } = await input(started, { kind: 'text', text: 'It is a blue bike' })
  const see = (cookie: string, upTo: number) =>
    server.send(inboxRoutes.see, { cookie, params: { id }, body: { seq: upTo } })
  const seen = async () => {
    const request = { params: { id }, token: started.token, headers: { accept: 'text/event-stream' } }
    const response = await server.app.request(...toRequest(widgetRoutes.events, request))
    const frames = await readFrames(response, (all) => all.some(({ event }) => event === 'status'))
    return JSON.parse(frames.at(-1)?.data ?? '').seen
  }
  await see(sam, seq)
  expect(await seen()).toBe(0)
  await server.get(inboxRoutes.claim, { cookie: sam, params: { id } })
  await see(meera, seq)
  await see(sam, seq + 50)
  expect(await seen()).toBe(0)
  expect((await see(sam, seq)).status).toBe(204)
  expect(await seen()).toBe(seq)
  await see(sam, seq - 1)
  expect(await seen()).toBe(seq)
})

test('a contact goes back to the flow', async () => {
  const id = await askForPerson()
  await server.get(inboxRoutes.claim, { cookie: meera, params: { id } })
  await server.get(inboxRoutes.giveBack, { cookie: meera, params: { id }, body: {} })
  expect((await list(meera)).contacts).toMatchObject([{ id, status: 'automated', owner: null }])
})

test('emergencies stand first, and an alert is taken once, by name', async () => {
  const waiting = await askForPerson()
  const started = await startContact(server, siteKey)
  await input(started, { kind: 'text', text: danger })
  const { contacts, alerts } = await list(meera)
  expect(contacts.map(({ id, priority }) => [id, priority])).toEqual([
    [started.contact.id, 'emergency'],
    [waiting, 'normal'],
  ])
  expect(alerts).toMatchObject([{ contact: started.contact.id, verdict: 'emergency', acknowledgedAt: null }])
  const [alert] = alerts
  const params = { id: alert?.id ?? '' }
  const answers = await Promise.all(
    [meera, sam, meera].map((cookie) => server.get(inboxRoutes.acknowledge, { cookie, params })),
  )
  expect(answers.map(({ acknowledgedBy }) => acknowledgedBy)).toEqual(Array(3).fill('meera.shah'))
  expect((await list(sam)).alerts).toMatchObject([
    { acknowledgedAt: expect.any(String), acknowledgedBy: expect.any(String) },
  ])
  expect((await server.send(inboxRoutes.acknowledge, { cookie: sam, params: { id: 'alr_none' } })).status).toBe(404)
})

test('shows what was gathered, in words', async () => {
  const started = await startContact(server, siteKey)
  await input(started, { kind: 'text', text: 'A red bag' })
  const detail = await server.get(inboxRoutes.contact, { cookie: meera, params: { id: started.contact.id } })
  expect(detail.gathered).toEqual([
    { name: 'item', label: 'Item', value: 'A red bag', personal: false, state: 'known' },
    { name: 'place', label: 'Where', value: '', personal: true, state: 'asked' },
    { name: 'right', label: 'Right', value: '', personal: false, state: 'open' },
  ])
  expect(detail.summary).toBe('A red bag.')
})

test('shows what was chosen in the words of the choice, and takes a correction by them', async () => {
  const kind = {
    kind: 'choice',
    question: 'How can we help?',
    variable: 'service',
    choices: [
      { value: 'report', label: { 'en-GB': 'Report something', 'cy-GB': 'Adrodd am rywbeth' } },
      { value: 'update', label: 'Ask about a report' },
    ],
  }
  const flow = toFlow(
    [
      ['start', 'start'],
      ['kind', 'question', kind],
      ['person', 'handover'],
      ['end', 'end'],
    ],
    [
      'start.next > kind',
      'kind.answered > person',
      'kind.gave-up > end',
      'person.resolved > end',
      'person.returned > end',
      'person.unavailable > end',
    ],
    { id: 'kinds', variables: [{ name: 'service', type: 'choice', label: 'Kind of service' }] },
  )
  await publishOnSite(server, meera, flow)
  const started = await startContact(server, siteKey)
  await input(started, { kind: 'choice', value: 'report' })
  const params = { id: started.contact.id }
  const gathered = async () => (await server.get(inboxRoutes.contact, { cookie: meera, params })).gathered
  const fact = {
    name: 'service',
    label: 'Kind of service',
    personal: false,
    state: 'known',
    choices: ['Report something', 'Ask about a report'],
  }
  expect(await gathered()).toEqual([{ ...fact, value: 'Report something' }])
  await server.get(inboxRoutes.claim, { cookie: meera, params })
  const correct = (value: string) =>
    server.get(inboxRoutes.correct, { cookie: meera, params: { ...params, name: 'service' }, body: { value } })
  await correct('Ask about a report')
  expect(await gathered()).toEqual([{ ...fact, value: 'Ask about a report' }])
  const [row] = await server.services.db.read.all<{ state: string }>('SELECT state FROM contacts WHERE id = ?', [
    params.id,
  ])
  expect(JSON.parse(row?.state ?? '{}').values.service).toBe('update')
})

test('every reading of a contact is recorded with who read it', async () => {
  const id = await askForPerson()
  const consultations = async () =>
    (
      await server.services.db.read.all<{ entry: string }>('SELECT entry FROM audit_entries WHERE object_id = ?', [id])
    ).filter(({ entry }) => JSON.parse(entry).op === 'consultation').length
  await server.get(inboxRoutes.contact, { cookie: sam, params: { id } })
  await server.get(inboxRoutes.contact, { cookie: meera, params: { id } })
  expect(await consultations()).toBe(2)
})

test('a reading that cannot be recorded does not happen', async () => {
  const id = await askForPerson()
  await server.services.db.write((tx) => tx.run('DROP TABLE audit_entries'))
  const refused = await server.send(inboxRoutes.contact, { cookie: sam, params: { id } })
  expect(refused.status).toBe(500)
  expect(await refused.text()).not.toMatch(/events|SQL|audit_entries|no such table/)
})

test('the stream shows everything first and then what changes, counts who is there, and ends with the session', async () => {
  const response = await server.app.request(...toRequest(inboxRoutes.stream, { cookie: sam }))
  const { desk, db } = server.services
  const [force] = await db.read.all<{ id: string }>('SELECT id FROM forces')
  const there = () => desk.people(force?.id ?? '').filter(({ state }) => state === 'available').length
  const reading = readFrames(response, (frames) => frames.some(({ data }) => data.includes('waiting')))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(there()).toBe(1)
  const id = await askForPerson()
  const frames = await reading
  expect(frames[0]?.event).toBe('board')
  const change = frames.find(({ event, data }) => event === 'change' && data.includes('waiting'))
  expect(JSON.parse(change?.data ?? '{}')).toMatchObject({ contacts: [{ id, status: 'waiting' }], gone: [] })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(there()).toBe(0)

  const again = await server.app.request(...toRequest(inboxRoutes.stream, { cookie: sam }))
  const until = readFrames(again, () => false)
  await db.write((tx) => tx.run('DELETE FROM sessions'))
  const began = performance.now()
  await until
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a whisper is on the screen of whoever has the contact at once, though nothing else of the contact changed', async () => {
  const id = await askForPerson()
  await server.get(inboxRoutes.claim, { cookie: sam, params: { id } })
  const response = await server.app.request(...toRequest(inboxRoutes.stream, { cookie: sam }))
  const reading = readFrames(response, (frames) => frames.some(({ data }) => data.includes('Is he at home?')))
  await new Promise((resolve) => setTimeout(resolve, 100))
  const began = performance.now()
  await server.get(inboxRoutes.note, { cookie: meera, params: { id }, body: { text: 'Is he at home?' } })
  const frames = await reading
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(frames.at(-1)?.event).toBe('contact')
})
