import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'

let server: TestServer
let cookie = ''
beforeEach(async () => {
  server = await createTestServer()
  cookie = (await setUpServer(server)).cookie
})
afterEach(() => server.close())

const count = 30
/** Thirty secrets, with signs that are written differently in JSON, addresses and base64. */
const canaries = Array.from({ length: count }, (_, index) => `canary "${index}"/+ü&=${'x'.repeat(index % 5)}\\${index}`)

/** A secret as it could stand somewhere: plain, in JSON, in an address, in base64 at any offset. */
function disguises(secret: string): string[] {
  const whole = (offset: number) =>
    Buffer.from(`${'-'.repeat(offset)}${secret}`)
      .toString('base64')
      .slice(4, -6)
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    encodeURIComponent(secret),
    whole(0),
    whole(1),
    whole(2),
    Buffer.from(secret).toString('base64url').slice(0, -2),
    Buffer.from(secret).toString('hex'),
  ]
}

/** A flow whose HTTP actions use every one of the connections that hold a secret. */
const flow = toFlow(
  [
    ['start', 'start'],
    ...canaries.map(
      (_, index) => [`call-${index}`, 'http-action', { connection: `system-${index}`, path: ['reports'] }] as const,
    ),
    ['end', 'end'],
  ],
  [
    'start.next > call-0',
    ...canaries.flatMap((_, index) => {
      const next = index + 1 < count ? `call-${index + 1}` : 'end'
      return [`call-${index}.succeeded > ${next}`, `call-${index}.failed > end`]
    }),
  ],
  { id: 'canaries', name: 'Canaries' },
)

test('no secret of a connection leaves with a flow: not in an export, a version, a draft, a search, a list or a refusal', async () => {
  for (const [index, value] of canaries.entries()) {
    const saved = await server.send(connectionsRoutes.save, {
      cookie,
      params: { id: `system-${index}` },
      body: {
        name: `System ${index}`,
        origin: `https://system-${index}.northmoor.example`,
        addresses: ['10.0.0.0/8'],
        idempotent: true,
        credential: { header: 'Authorization', value },
      },
    })
    expect(saved.status).toBe(200)
  }
  const { id } = await server.get(flowsRoutes.create, { cookie, body: { document: JSON.stringify(flow) } })
  const params = { id }
  const answers: string[] = []
  const ask = async (answer: Response | Promise<Response>) => answers.push(await (await answer).text())
  await ask(server.send(flowsRoutes.get, { cookie, params }))
  await ask(server.send(flowsRoutes.publish, { cookie, params, body: { revision: 1, reason: 'First' } }))
  await ask(server.send(flowsRoutes.export, { cookie, params }))
  await ask(server.send(flowsRoutes.export, { cookie, params, query: { version: 1 } }))
  await ask(server.send(flowsRoutes.version, { cookie, params: { id, version: 1 } }))
  await ask(server.send(flowsRoutes.versions, { cookie, params }))
  await ask(server.send(flowsRoutes.list, { cookie }))
  await ask(server.send(flowsRoutes.templates, { cookie }))
  await ask(server.send(flowsRoutes.search, { cookie, query: { words: 'canary' } }))
  await ask(server.send(flowsRoutes.search, { cookie, query: { words: 'http' } }))
  await ask(server.send(flowsRoutes.save, { cookie, params, body: { revision: 99, flow } }))
  await ask(server.send(flowsRoutes.create, { cookie, body: { document: '{"format":"signpost.flow/1"}' } }))
  const said = answers.join('\n')
  const found = canaries.filter((secret) => disguises(secret).some((each) => said.includes(each)))
  expect(found).toEqual([])
  expect(answers.length).toBe(12)
})

test('a flow that comes back by its own export uses the connections by name, and brings no secret along', async () => {
  await server.send(connectionsRoutes.save, {
    cookie,
    params: { id: 'system-0' },
    body: {
      name: 'System',
      origin: 'https://system.northmoor.example',
      addresses: ['10.0.0.0/8'],
      idempotent: true,
      credential: { header: 'Authorization', value: canaries[0] },
    },
  })
  const { id } = await server.get(flowsRoutes.create, { cookie, body: { document: JSON.stringify(flow) } })
  const { document: text } = await server.get(flowsRoutes.export, { cookie, params: { id } })
  await server.send(connectionsRoutes.remove, { cookie, params: { id: 'system-0' } })
  await server.get(flowsRoutes.create, { cookie, body: { document: text } })
  const { connections } = await server.get(connectionsRoutes.list, { cookie })
  expect(connections.filter((each) => each.hasCredential)).toEqual([])
})

test('the canaries are found when they are there', () => {
  for (const secret of canaries)
    for (const text of [
      JSON.stringify({ value: secret }),
      `https://x.example/?key=${encodeURIComponent(secret)}`,
      Buffer.from(`Authorization: ${secret}`).toString('base64'),
    ])
      expect(disguises(secret).some((each) => text.includes(each))).toBe(true)
})
