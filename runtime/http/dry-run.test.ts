import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import type { Connection } from '../../schema/connection.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
let cookie = ''
let forceId = ''
let flow = ''
const open: { close(): unknown }[] = []
beforeEach(async () => {
  server = await createTestServer()
  const done = await setUpServer(server)
  cookie = done.cookie
  forceId = done.session.force.id
  flow = await publishOnSite(server, cookie)
})
afterEach(async () => {
  for (const each of open.splice(0)) each.close()
  await server.close()
})

/** A far side that repeats what it was sent, as debugging services do. */
async function echo() {
  const seen: { request: IncomingMessage; body: string }[] = []
  const far = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      seen.push({ request, body })
      response.end(JSON.stringify({ reference: 'NM/26/1', headers: request.headers }))
    })
  })
  open.push(far)
  return { port: await listen(far), seen }
}
function listen(far: ReturnType<typeof createTcpServer>): Promise<number> {
  return new Promise((resolve) => {
    far.listen(0, '127.0.0.1', () => {
      const address = far.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

const secret = 'Bearer canary-7c1d-40aa'
const save = (origin: string, more: Partial<Connection> & { credential?: object } = {}) =>
  server.send(connectionsRoutes.save, {
    cookie,
    params: { id: 'records' },
    body: { name: 'Records', origin, addresses: ['127.0.0.0/8'], idempotent: false, ...more },
  })
const call = { method: 'POST', path: ['reports', 'NM/26 1'], body: '{"type":"theft"}' }
const dryRun = (more: object = {}, who = cookie) =>
  server.send(connectionsRoutes.dryRun, {
    cookie: who,
    params: { id: 'records' },
    body: { ...call, send: false, ...more },
  })
const node = (data: object, values: object = {}, send = false) =>
  server.get(connectionsRoutes.dryRunNode, {
    cookie,
    params: { id: flow },
    body: {
      type: 'http-action',
      data: { connection: 'records', ...data },
      variables: [
        { name: 'ref', type: 'reference' },
        { name: 'worth', type: 'number' },
      ],
      values,
      send,
    },
  })

test('shows the call as it would leave, credential hidden, and sends nothing until somebody says so', async () => {
  const { port, seen } = await echo()
  await save(`http://127.0.0.1:${port}`, { credential: { header: 'authorization', value: secret } })
  const shown = await (await dryRun()).text()
  expect(shown).not.toContain('canary')
  expect(JSON.parse(shown)).toMatchObject({
    refused: null,
    answer: null,
    request: {
      method: 'POST',
      url: `http://127.0.0.1:${port}/reports/NM%2F26%201`,
      headers: expect.arrayContaining([{ name: 'authorization', value: '••••••••' }]),
      body: '{\n  "type": "theft"\n}',
    },
  })
  expect(seen).toEqual([])
  const sent = await (await dryRun({ send: true })).text()
  expect(seen).toHaveLength(1)
  expect(seen[0]?.request.headers.authorization).toBe(secret)
  expect(JSON.parse(sent)).toMatchObject({ answer: { status: 200 } })
  // What a far side repeats gives nothing away.
  expect(sent).not.toContain('canary')
  const audit = await server.services.db.read.all<{ entry: string; payload: string | null }>(
    'SELECT entry, payload FROM audit_entries WHERE object_id = ?',
    ['records'],
  )
  expect(audit.at(-1)?.payload).toContain('dry-run')
  expect(JSON.stringify(audit)).not.toContain('canary')
})

test('fills in what a node would send, from values as a designer types them', async () => {
  const { port, seen } = await echo()
  await save(`http://127.0.0.1:${port}`, { paths: ['POST /reports/{reference}'] })
  const data = { method: 'POST', path: ['reports', '{{ ref }}'], body: [{ field: 'worth', value: 'worth * 2.0' }] }
  const shown = await node(data, { ref: '../x?y', worth: '21' })
  expect(shown.request).toMatchObject({
    url: `http://127.0.0.1:${port}/reports/..%2Fx%3Fy`,
    body: '{\n  "worth": 42\n}',
  })
  expect((await node(data, {})).refused).toMatch(/sends nothing/)
  expect((await node({ ...data, path: ['people', '{{ ref }}'] }, { ref: 'x' })).refused).toMatch(/does not allow/)
  expect(seen).toEqual([])
  expect((await node(data, { ref: 'NM', worth: '1' }, true)).answer?.body).toContain('NM/26/1')
})

test('nobody but admins and designers tries calls', async () => {
  const { port } = await echo()
  await save(`http://127.0.0.1:${port}`)
  expect((await dryRun({}, await addPerson(server, ['operator'], forceId))).status).toBe(403)
  expect((await dryRun({}, await addPerson(server, ['admin']))).status).toBe(404)
})

/** Every way of writing an address that leads inwards: SEC-01's list, as far as an origin can be written with it. */
const inward = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '127.0.0.1.', '0', '0.0.0.0', '10.0.0.1'],
  ...['192.168.1.1', '172.16.0.1', '169.254.169.254', '2852039166', '0xa9fea9fe', '100.100.100.200', '192.0.0.192'],
  ...[
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
  ],
  ...[
    '[fd00:ec2::254]',
    '[fe80::1]',
    'localhost',
    'localhost.',
    '１２７.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
    '198.18.0.1',
  ],
]
test('no hostile address is connected to by the test button, whoever presses it (SEC-01)', async () => {
  let connects = 0
  const canary = createTcpServer((socket) => {
    connects++
    socket.destroy()
  })
  open.push(canary)
  const port = await listen(canary)
  let refused = 0
  for (const host of inward) {
    const saved = await save(`http://${host}:${port}`, { addresses: [] })
    if (saved.status !== 200) {
      refused++
      continue
    }
    const tried = connectionsRoutes.dryRun.response.parse(await (await dryRun({ send: true })).json())
    expect([host, tried.answer]).toEqual([host, null])
    refused++
  }
  expect([refused, connects]).toEqual([inward.length, 0])
})

test('after its origin has changed a connection sends no byte of its credential, until an admin writes it again (SEC-05)', async () => {
  const first = await echo()
  const second = await echo()
  await save(`http://127.0.0.1:${first.port}`, { credential: { header: 'x-key', value: secret } })
  await save(`http://127.0.0.1:${second.port}`)
  await dryRun({ send: true })
  expect(JSON.stringify(second.seen.map(({ request, body }) => [request.rawHeaders, body]))).not.toMatch(/canary|x-key/)
  expect(second.seen).toHaveLength(1)
  // Back again does not bring it back.
  await save(`http://127.0.0.1:${first.port}`)
  await dryRun({ send: true })
  expect(first.seen[0]?.request.headers['x-key']).toBeUndefined()
})

test('a larger answer than the admin allows is not read, and a slower one is not waited for', async () => {
  const far = createServer((request, response) => {
    if (request.url === '/slow') return
    response.end('x'.repeat(300_000))
  })
  open.push(far)
  await save(`http://127.0.0.1:${await listen(far)}`, { largestKb: 256, timeoutSeconds: 1 })
  const tried = async (path: string) =>
    connectionsRoutes.dryRun.response.parse(
      await (await dryRun({ method: 'GET', path: [path], body: '', send: true })).json(),
    )
  expect((await tried('large')).failure).toMatch(/larger than 256 kB/)
  expect((await tried('slow')).failure).toMatch(/no answer in time.*may have arrived/)
  far.closeAllConnections()
})

test('an action that could never be sent is not kept', async () => {
  const action = { id: 'look-up', name: 'Look up', method: 'GET', path: 'reports/{reference}', reference: '' }
  const field = { label: 'Reference', place: 'path', to: 'reference', from: { variable: 'ref' }, optional: false }
  const keep = async (actions: object[], paths: string[] = []) =>
    (await save('http://127.0.0.1:1', { actions, paths } as never)).status
  expect(await keep([{ ...action, fields: [] }])).toBe(400)
  expect(await keep([{ ...action, fields: [{ ...field, to: 'other' }] }])).toBe(400)
  expect(await keep([{ ...action, fields: [field] }], ['POST /reports'])).toBe(400)
  expect(await keep([{ ...action, path: '../{reference}', fields: [field] }])).toBe(400)
  expect(await keep([{ ...action, fields: [field] }], ['GET /reports/{reference}'])).toBe(200)
})
