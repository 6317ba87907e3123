import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Route } from '../../schema/api/route.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { help } from '../../schema/app-error.ts'
import {
  createTestServer,
  publishOnSite,
  type Sent,
  setUpServer,
  siteOrigin,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
let siteKey = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  siteKey = site.key
  await publishOnSite(server, cookie)
})
afterEach(() => server.close())

const say = (text: string, key: string = randomUUID()) => ({ key, input: { kind: 'text', text } })
const visitorRoutes = Object.values(widgetRoutes).filter(({ access }) => access === 'visitor')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

function upload(started: { contact: { id: string }; token: string }, bytes: Uint8Array<ArrayBuffer>, name: string) {
  return server.app.request(`/api/widget/contacts/${started.contact.id}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${started.token}`, 'content-type': 'application/json' },
    body: bytes,
  })
}

test('a contact begins, goes on, can be read again, and ends', async () => {
  const started = await startContact(server, siteKey)
  expect(Object.keys(started).sort()).toEqual(['contact', 'events', 'token'])
  expect(started.contact.id).toMatch(/^ctc_[0-9a-f]{32}$/)
  expect(started.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(started.events.map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'message'],
    [2, 'message'],
    [3, 'prompt'],
  ])
  const me = { params: { id: started.contact.id }, token: started.token }
  const answered = await server.get(widgetRoutes.input, { ...me, body: say('A red bag') })
  expect(answered).toMatchObject({ accepted: true, seq: 6 })
  expect(answered.events[0]).toMatchObject({ type: 'message', from: 'visitor', text: 'A red bag' })
  const { events } = await server.get(widgetRoutes.events, me)
  expect(events).toEqual([...started.events, ...answered.events])
  expect((await server.get(widgetRoutes.events, { ...me, query: { after: 4 } })).events).toEqual(events.slice(4))
  const ended = await server.get(widgetRoutes.end, { ...me, body: { key: randomUUID() } })
  expect(ended.events.at(-1)).toMatchObject({ type: 'closed' })
  expect((await server.send(widgetRoutes.input, { ...me, body: say('Hello?') })).status).toBe(409)
})

test('the same key again gives the same answer and changes nothing', async () => {
  const started = await startContact(server, siteKey)
  const me = { params: { id: started.contact.id }, token: started.token }
  const body = say('A red bag')
  const answers = await Promise.all(Array.from({ length: 5 }, () => server.get(widgetRoutes.input, { ...me, body })))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const { events } = await server.get(widgetRoutes.events, me)
  expect(events.filter((event) => event.type === 'message' && event.from === 'visitor')).toHaveLength(1)
})

test('a token opens its own contact and no other, on every call', async () => {
  const [mine, other] = [await startContact(server, siteKey), await startContact(server, siteKey)]
  const body = (route: Route): Sent => ({
    ...(route.id === 'widget.input' ? { body: say('Hello') } : {}),
    ...(route.id === 'widget.end' ? { body: { key: randomUUID() } } : {}),
    ...(route.id === 'widget.file' ? { query: { name: 'a.png' } } : {}),
  })
  for (const route of visitorRoutes) {
    const ask = async (id: string, more: Sent) => {
      const response = await server.send(route, { params: { id }, ...body(route), ...more })
      return [response.status, await response.text()] as const
    }
    const theirs = await ask(other.contact.id, { token: mine.token })
    const none = await ask(`ctc_${randomBytes(16).toString('hex')}`, { token: mine.token })
    expect(theirs[0]).toBe(404)
    expect(none).toEqual(theirs)
    expect(JSON.parse(theirs[1]).help).toEqual(help)
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      mine.token,
      `Basic ${mine.token}`,
      `Bearer ${mine.token} `.repeat(2),
      `Bearer ${mine.token.slice(1)}`,
    ]) {
      const [status, text] = await ask(mine.contact.id, { headers: { authorization } })
      expect([route.id, authorization, status]).toEqual([route.id, authorization, 401])
      expect(JSON.parse(text).help).toEqual(help)
    }
    const stream = await ask(other.contact.id, { token: mine.token, headers: { accept: 'text/event-stream' } })
    expect(stream[0]).toBe(404)
    server.clock.forward(61_000)
  }
  const { events } = await server.get(widgetRoutes.events, { params: { id: other.contact.id }, token: other.token })
  expect(events).toEqual(other.events)
})

test('guessing tokens is answered ever less: after twenty in a minute an address is told to stop', async () => {
  const { contact, token } = await startContact(server, siteKey)
  const guess = async () => {
    const made = randomBytes(32).toString('base64url')
    return (await server.send(widgetRoutes.events, { params: { id: contact.id }, token: made })).status
  }
  const answers = []
  for (let count = 0; count < 25; count++) answers.push(await guess())
  expect(answers).toEqual([...Array(20).fill(404), ...Array(5).fill(429)])
  // Somebody with the right token behind the same address is not silenced.
  expect((await server.send(widgetRoutes.events, { params: { id: contact.id }, token })).status).toBe(200)
})

test('no secret of a contact is told to anybody, or kept in clear', async () => {
  const { token } = await startContact(server, siteKey)
  const tables = ['contacts', 'turns', 'events', 'audit_entries', 'alerts']
  const dump = JSON.stringify(
    await Promise.all(tables.map((table) => server.services.db.read.all(`SELECT * FROM ${table}`))),
  )
  expect(dump).not.toContain(token)
})

test('only pages of the site may begin a contact; a refusal says what to call', async () => {
  const start = (origin?: string) =>
    server.send(widgetRoutes.start, { body: { site: siteKey }, headers: origin === undefined ? {} : { origin } })
  for (const origin of [undefined, siteOrigin, 'http://localhost']) expect((await start(origin)).status).toBe(201)
  for (const origin of [
    'null',
    'https://evil.example',
    `${siteOrigin}.evil.example`,
    siteOrigin.replace('https', 'http'),
    `${siteOrigin}:8443`,
    siteOrigin.replace('www.', ''),
    siteOrigin.toUpperCase(),
    'file://',
  ]) {
    const response = await start(origin)
    expect([origin, response.status]).toEqual([origin, 403])
    expect(await response.json()).toMatchObject({ help, error: { message: expect.stringMatching(/999.*101/) } })
  }
  const unknown = await server.send(widgetRoutes.start, { body: { site: 'nobody' } })
  expect([unknown.status, (await unknown.json()).help]).toEqual([404, help])
})

test('a site without a published flow says what to call', async () => {
  await server.services.db.write((tx) => tx.run('UPDATE sites SET flow_id = NULL'))
  const response = await server.send(widgetRoutes.start, { body: { site: siteKey } })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ help, error: { message: expect.stringMatching(/999.*101/) } })
})

test('the settings are what the widget draws itself from, and no more', async () => {
  expect(await server.get(widgetRoutes.settings, { params: { key: siteKey } })).toEqual({
    force: 'Northmoor Police',
    locales: ['en-GB'],
    exitUrl: 'https://www.bbc.co.uk/weather',
    escape: 'leave',
    origins: [siteOrigin],
    nonEmergency: '101',
  })
})

test('keeps pictures and PDFs by what they are, under a name of its own', async () => {
  const started = await startContact(server, siteKey)
  const sent = await upload(started, new Uint8Array(png), '../../etc/pass\u202ewd\u0000.png')
  expect(sent.status).toBe(201)
  const { file } = widgetRoutes.file.response.parse(await sent.json())
  expect(file.id).toMatch(/^fil_[0-9a-f]{32}$/)
  expect(file.name).toBe('passwd.png')
  const kinds = ['ffd8ffe0', '474946383961', '52494646000000005745425056503820', '00000018667479706865696300000000']
  for (const kind of kinds) expect((await upload(started, hex(kind), 'a')).status).toBe(201)
  expect((await upload(started, new TextEncoder().encode('%PDF-1.7'), 'a.pdf')).status).toBe(201)
  const others = [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '<html>',
    'PK\u0003\u0004',
    'MZ',
    '',
    '{"filepath":"/etc/passwd"}',
  ]
  for (const other of others) {
    const refused = await upload(started, new TextEncoder().encode(other), 'picture.png')
    expect([other, refused.status, (await refused.json()).help]).toEqual([other, 415, help])
  }
  expect((await upload(started, new Uint8Array(10_485_761), 'a.png')).status).toBe(413)
})

test('a file name that speaks of danger is heard', async () => {
  const started = await startContact(server, siteKey)
  await upload(started, new Uint8Array(png), 'help_he_has_a_knife_and_is_breaking_in_now.png')
  const { events } = await server.get(widgetRoutes.events, { params: { id: started.contact.id }, token: started.token })
  expect(events.some((event) => event.type === 'advice' && event.verdict === 'emergency')).toBe(true)
})

test('odd characters do not lose the words around them', async () => {
  const { contact, token } = await startContact(server, siteKey)
  const me = { params: { id: contact.id }, token }
  await server.get(widgetRoutes.input, {
    ...me,
    body: say('\ud800 he has a knife and is breaking in now \u0000 \udc00'),
  })
  const { events } = await server.get(widgetRoutes.events, me)
  expect(events.find((event) => event.type === 'message' && event.from === 'visitor')).toMatchObject({
    text: '\ufffd he has a knife and is breaking in now  \ufffd',
  })
  expect(events.some((event) => event.type === 'advice')).toBe(true)
})

test('danger is answered in a refusal too', async () => {
  const { contact, token } = await startContact(server, siteKey)
  const words = 'He is outside my door with a knife, please help me'
  const bodies = [say(words, 'no-uuid'), { ...say(words), key: undefined }, say(`${words} ${'x'.repeat(5_000)}`)]
  for (const body of bodies) {
    const refused = await server.send(widgetRoutes.input, { params: { id: contact.id }, token, body })
    expect(refused.status).toBe(400)
    expect((await refused.json()).advice?.[0]).toBe('Call 999 now')
  }
  const unknown = await server.send(widgetRoutes.input, { params: { id: 'gone' }, token, body: say(words) })
  expect([unknown.status, (await unknown.json()).advice?.[0]]).toEqual([404, 'Call 999 now'])
  const calm = await server.send(widgetRoutes.input, { params: { id: 'gone' }, token, body: say('A red bag') })
  expect((await calm.json()).advice).toBeUndefined()
})

function hex(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'hex'))
}
