import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Route } from '../../schema/api/route.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { ErrorBody } from '../../schema/app-error.ts'
import {
  createTestServer,
  publishOnSite,
  type Sent,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { declaredRoutes } from './require-declared-routes.ts'

const endless = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'And then?' }],
    ['end', 'end', {}],
  ],
  ['start.next > ask', 'ask.answered > ask', 'ask.gave-up > end'],
)

let server: TestServer
let siteKey = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie, endless)
  siteKey = site.key
})
afterEach(() => server.close())

/** A call that comes from an address of the network. */
const from = async (remoteAddress: string, route: Route, sent: Sent = {}) =>
  server.app.request(...toRequest(route, sent), { incoming: { socket: { remoteAddress } } })
const many = async (count: number, call: (index: number) => Promise<Response>) => {
  const answers: Response[] = []
  for (let index = 0; index < count; index++) answers.push(await call(index))
  return answers
}
const refused = (answers: Response[]) => answers.filter(({ status }) => status === 429)
const say = (id: string, token: string, text: string, address = '192.0.2.7') =>
  from(address, widgetRoutes.input, {
    params: { id },
    token,
    body: { key: randomUUID(), input: { kind: 'text', text } },
  })

test('every public call of visitors declares rate, size, how many at once, and how long it may take (SEC-50)', () => {
  const visitors = declaredRoutes().filter(({ path }) => path.startsWith('/api/widget'))
  expect(visitors.length).toBeGreaterThan(5)
  for (const { id, limits, body, maxBody, method } of visitors) {
    expect([id, (limits?.perAddress ?? limits?.perContact ?? []).length > 0]).toEqual([id, true])
    expect([id, (limits?.atOnce ?? 0) > 0, (limits?.within ?? 0) > 0]).toEqual([id, true, true])
    if (body || method !== 'get') expect([id, (maxBody ?? 0) > 0]).toEqual([id, true])
  }
})

test('each of them, driven at three times its rate, refuses the rest at once, with whom to call (SEC-50)', async () => {
  const { contact, token } = await startContact(server, siteKey)
  for (const route of Object.values(widgetRoutes)) {
    const { perAddress = [], perContact = [] } = route.limits as NonNullable<Route['limits']>
    const burst = Math.min(...[...perAddress, ...perContact].map((rate) => rate.burst))
    const answers: Response[] = []
    const took: number[] = []
    for (let index = 0; index < burst * 3; index++) {
      const began = performance.now()
      const answer = await from('192.0.2.7', route, {
        params: { id: contact.id, key: siteKey },
        token,
        query: route.id === 'widget.file' ? { name: 'a.png' } : {},
        body:
          route.id === 'widget.start'
            ? { site: siteKey }
            : route.id === 'widget.input'
              ? { key: randomUUID(), input: { kind: 'text', text: 'my umbrella' } }
              : route.id === 'widget.end'
                ? { key: randomUUID() }
                : undefined,
      })
      if (answer.status === 429) took.push(performance.now() - began)
      answers.push(answer)
    }
    const no = refused(answers)
    expect([route.id, no.length]).toEqual([route.id, burst * 2])
    for (const answer of no) {
      const body = ErrorBody.parse(await answer.json())
      expect([body.error.code, body.help]).toEqual(['too-many', { emergency: '999', nonEmergency: '101' }])
      expect(answer.headers.get('retry-after')).toBe('5')
    }
    took.sort((a, b) => a - b)
    expect(took[Math.floor(took.length / 2)]).toBeLessThan(10)
    if (route.id === 'widget.input') server.clock.forward(120_000)
  }
})

test('who is limited is the address: an IPv6 network is one, and another address goes on', async () => {
  const start = (address: string) => from(address, widgetRoutes.start, { body: { site: siteKey } })
  expect(refused(await many(15, (index) => start(`2001:db8:1:2::${index + 1}`)))).toHaveLength(5)
  expect((await start('2001:db8:1:3::1')).status).toBe(201)
  expect((await start('192.0.2.8')).status).toBe(201)
  server.clock.forward(6_000)
  expect((await start('2001:db8:1:2::99')).status).toBe(201)
})

test('from everywhere together, chats begin only as fast as they can be served', async () => {
  const answers = await many(110, (index) =>
    from(`198.51.${Math.floor(index / 200)}.${index % 200}`, widgetRoutes.start, { body: { site: siteKey } }),
  )
  expect(refused(answers)).toHaveLength(10)
})

test('one contact that writes too fast takes nothing from another at the same address', async () => {
  const [one, other] = [await startContact(server, siteKey), await startContact(server, siteKey)]
  expect(refused(await many(30, () => say(one.contact.id, one.token, 'my umbrella'))).length).toBeGreaterThan(20)
  expect((await say(other.contact.id, other.token, 'my umbrella')).status).toBe(200)
})

test('words about danger are taken also from a contact that wrote too much, and answered with the advice', async () => {
  const { contact, token } = await startContact(server, siteKey)
  await many(20, () => say(contact.id, token, 'my umbrella'))
  expect((await say(contact.id, token, 'my umbrella')).status).toBe(429)
  const urgent = await say(contact.id, token, 'he has a knife and is breaking in')
  expect(urgent.status).toBe(200)
  expect((await urgent.json()).events.map(({ type }: { type: string }) => type)).toContain('advice')
})

test('and a flood of such words is refused with the advice in the answer', async () => {
  const { contact, token } = await startContact(server, siteKey)
  const answers = await many(80, () => say(contact.id, token, 'he has a knife and is breaking in'))
  const no = refused(answers)
  expect(no.length).toBeGreaterThan(20)
  for (const answer of no) expect((await answer.json()).advice?.[0]).toBe('Call 999 now')
})

test('more than its share at the same time is refused, and there is room again afterwards', async () => {
  const start = () => from('192.0.2.7', widgetRoutes.start, { body: { site: siteKey } })
  const together = await Promise.all(Array.from({ length: 8 }, start))
  expect(refused(together)).toHaveLength(3)
  expect((await start()).status).toBe(201)
})

test('limits can be made wider, or taken away', async () => {
  await server.close()
  for (const [visitorLimits, limited] of [
    [2, 10],
    [0, 0],
  ] as const) {
    server = await createTestServer({ environment: { visitorLimits } })
    const { cookie, site } = await setUpServer(server)
    await publishOnSite(server, cookie, endless)
    const answers = await many(30, () => from('192.0.2.7', widgetRoutes.start, { body: { site: site.key } }))
    expect(refused(answers)).toHaveLength(limited)
    if (limited > 0) await server.close()
  }
})
