import { afterAll, beforeAll, expect, test } from 'vitest'
import { flowsRoutes } from '../../schema/api/flows.ts'
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
import { threeQuestions } from '../testing/sample-flows.ts'
import { declaredRoutes } from './require-declared-routes.ts'

let server: TestServer
let cookie = ''
let token = ''
let contact = ''
beforeAll(async () => {
  server = await createTestServer()
  const done = await setUpServer(server)
  cookie = done.cookie
  await publishOnSite(server, cookie)
  const started = await startContact(server, done.site.key)
  token = started.token
  contact = started.contact.id
})
afterAll(() => server.close())

const count = async (table: string) =>
  (await server.services.db.read.all<{ count: number }>(`SELECT count(*) AS count FROM ${table}`))[0]?.count
const importText = (document: string) => server.send(flowsRoutes.create, { cookie, body: { document } })

/** Garbage for a body: as values, and as text that is sent as it is. */
const garbage: unknown[] = [
  'not json',
  '',
  '{',
  'null',
  '[]',
  '42',
  '"text"',
  '{"key":null,"input":null,"flow":null,"body":null,"text":null,"email":null,"password":null,"site":null}',
  '{"key":1,"input":1,"site":{},"email":[],"password":{"$gt":""},"text":{"$regex":".*"},"revision":"1"}',
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"\\u005f\\u005fproto__":{"polluted":1},"site":"x","name":"x"}',
  `{"site":"${'x'.repeat(5_000)}","name":"${'y'.repeat(500)}"}`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  { key: crypto.randomUUID(), input: { kind: 'fields', values: { constructor: 'x', toString: 'y' } } },
  { key: crypto.randomUUID(), input: { kind: 'choice', value: '__proto__' } },
  { name: '\u0000', document: '\u0000', revision: Number.MAX_SAFE_INTEGER, version: -1, reason: '' },
  { revision: 1.5, flow: { nodes: { length: 1e9 } } },
]

test('garbage on every call is refused with a plain answer, harms no object and ends nothing', async () => {
  const prototypes = JSON.stringify(
    [Object, Array, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype)),
  )
  const text = /\bat .*\.ts|node_modules|SELECT |INSERT |SQLITE|\/work|\/tmp/
  for (const route of declaredRoutes()) {
    if (route.id === 'inbox.stream' || route.id === 'session.delete') continue
    for (const body of route.method === 'get' ? [undefined] : garbage) {
      const response = await server.send(route, {
        body,
        cookie,
        token,
        params: { id: contact, key: '__proto__', version: '__proto__' },
        query: { after: '__proto__', version: 'x', state: '__proto__', name: '__proto__' },
      })
      const answer = await response.text()
      expect([route.id, body, response.status < 500]).toEqual([route.id, body, true])
      expect(answer).not.toMatch(text)
      if (response.status >= 400) expect(ErrorBody.parse(JSON.parse(answer)).error.message).not.toBe('')
      if (response.status >= 400 && route.path.startsWith('/api/widget'))
        expect(JSON.parse(answer).help).toEqual({ emergency: '999', nonEmergency: '101' })
    }
  }
  expect(JSON.stringify([Object, Array, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype)))).toBe(
    prototypes,
  )
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('a body must say that it is JSON', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
    const [path, options] = toRequest(widgetRoutes.start, { body: { site: 'x' }, headers: { 'content-type': type } })
    expect((await server.app.request(path, options)).status).toBe(415)
  }
})

test('200 MB are refused before they are held', async () => {
  const before = process.memoryUsage().rss
  const began = performance.now()
  let sent = 0
  const chunk = new Uint8Array(1_048_576).fill(0x20)
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= 200) controller.close()
      else controller.enqueue(chunk)
      sent++
    },
  })
  const [path, options] = toRequest(flowsRoutes.create, { cookie })
  const request = new Request(`http://localhost${path}`, {
    ...options,
    headers: { ...Object(options.headers), 'content-type': 'application/json' },
    body,
    duplex: 'half',
  } as RequestInit)
  const response = await server.app.request(request)
  expect(response.status).toBe(413)
  expect(sent).toBeLessThan(20)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576)
  const announced = await server.send(flowsRoutes.create, {
    cookie,
    body: '{}',
    headers: { 'content-length': String(200 * 1_048_576) },
  })
  expect(announced.status).toBe(413)
})

test('hostile documents are refused at once, with words, and leave nothing', async () => {
  const node = (id: number) => ({ id: `n${id}`, type: 'message', version: 1, position: { x: 0, y: 0 }, data: {} })
  const nodes = (many: number) => Array.from({ length: many }, (_, index) => node(index))
  const deep = `${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`
  const documents: Record<string, string> = {
    '100,000 nodes': JSON.stringify({ ...threeQuestions, nodes: nodes(100_000) }),
    '25,000 nodes': JSON.stringify({ ...threeQuestions, nodes: nodes(25_000) }),
    'depth 10,000': `{"format":"signpost.flow/1","nodes":[${deep}]}`,
    'depth in data': JSON.stringify(threeQuestions).replace('"data":{}', `"data":${deep}`),
    'a prototype': JSON.stringify(threeQuestions).replace('"data":{}', '"data":{"__proto__":{"polluted":1}}'),
    'a constructor': JSON.stringify(threeQuestions).replace('"data":{}', '"data":{"constructor":{"prototype":{}}}'),
    'the future': JSON.stringify({ ...threeQuestions, format: 'signpost.flow/99' }),
    'no JSON': '{"format":',
    'not a flow': '{"hello":"world"}',
    'a list': '[]',
  }
  const before = [await count('flows'), await count('flow_versions'), await count('connections')]
  for (const [name, document] of Object.entries(documents)) {
    const began = performance.now()
    const response = await importText(document)
    expect([name, response.status >= 400 && response.status < 500]).toEqual([name, true])
    expect((await response.json()).error.message).not.toBe('')
    expect([name, performance.now() - began < 1_000]).toEqual([name, true])
  }
  expect([await count('flows'), await count('flow_versions'), await count('connections')]).toEqual(before)
})

test('strange but readable documents land as drafts with their faults, and act on nothing', async () => {
  const { nodes, edges } = threeQuestions
  const [first] = nodes
  const http = { connection: 'somebody-elses', path: 'http://169.254.169.254/', token: 'secret' }
  const documents = [
    { ...threeQuestions, nodes: [...nodes, ...nodes] },
    { ...threeQuestions, edges: [...edges, { id: 'loop', source: 'hello', sourceHandle: 'next', target: 'hello' }] },
    { ...threeQuestions, $ref: 'https://evil.example/flow.json', forceId: 'other', liveVersion: 1, extra: { a: [1] } },
    { ...threeQuestions, nodes: [...nodes, { ...first, id: 'call', type: 'http-action', data: http }] },
  ]
  for (const document of documents) {
    const { id, issues } = await server.get(flowsRoutes.create, {
      cookie,
      body: { document: JSON.stringify(document) },
    })
    const draft = await server.get(flowsRoutes.get, { cookie, params: { id } })
    expect(draft.live).toBeNull()
    expect(draft.issues).toEqual(issues)
    const published = await server.send(flowsRoutes.publish, {
      cookie,
      params: { id },
      body: { revision: 1, reason: '' },
    })
    expect(published.status === 422 || issues.every(({ severity }) => severity !== 'fault')).toBe(true)
  }
})

test('a visitor never brings a flow along', async () => {
  const { site } = { site: (await server.services.db.read.all<{ key: string }>('SELECT key FROM sites'))[0]?.key ?? '' }
  const plain = await server.get(widgetRoutes.start, { body: { site } })
  const loaded = await server.get(widgetRoutes.start, {
    body: {
      site,
      flow: { ...threeQuestions, name: 'Mine' },
      flowVersion: 9,
      variables: { item: 'gold' },
      overrideConfig: { a: 1 },
      sessionId: contact,
      role: 'admin',
    },
  })
  const stateOf = async (id: string) =>
    (
      await server.services.db.read.all<{ state: string; flow_version: number }>(
        'SELECT state, flow_version FROM contacts WHERE id = ?',
        [id],
      )
    )[0]
  expect(await stateOf(loaded.contact.id)).toEqual(await stateOf(plain.contact.id))
  expect(loaded.events).toEqual(plain.events)
  const said = { key: crypto.randomUUID(), input: { kind: 'text', text: 'A red bag', variables: { item: 'gold' } } }
  const answers = await Promise.all(
    [
      { id: plain.contact.id, token: plain.token, body: said },
      { id: loaded.contact.id, token: loaded.token, body: { ...said, contact, values: { item: 'gold' }, owner: 'me' } },
    ].map(({ id, token: own, body }) => server.get(widgetRoutes.input, { params: { id }, token: own, body })),
  )
  expect(answers[1]).toEqual(answers[0])
  expect(await stateOf(loaded.contact.id)).toEqual(await stateOf(plain.contact.id))
})
