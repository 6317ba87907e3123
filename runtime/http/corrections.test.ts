import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { Flow } from '../../schema/flow.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'

const flow = Flow.parse({
  format: 'signpost.flow/1',
  id: 'ask',
  name: 'Ask',
  description: '',
  locales: ['en-GB'],
  variables: [],
  nodes: [
    { id: 'start', type: 'start', version: 1, position: { x: 0, y: 0 }, data: {} },
    {
      id: 'ask',
      type: 'intent-capture',
      version: 1,
      position: { x: 300, y: 0 },
      data: {
        question: 'What is it about?',
        intents: [
          { id: 'lost_property', label: 'Lost property', examples: ['I left my bag on the bus'] },
          { id: 'noise_nuisance', label: 'Noise', examples: ['my neighbours play loud music'] },
        ],
      },
    },
    {
      id: 'route',
      type: 'route',
      version: 1,
      position: { x: 450, y: 0 },
      data: {
        rules: [
          { id: 'lost', intents: ['lost_property'], department: 'property-office' },
          { id: 'noise', intents: ['noise_nuisance'], department: 'neighbourhood' },
        ],
      },
    },
    { id: 'team', type: 'handover', version: 1, position: { x: 600, y: 0 }, data: { department: 'crime-desk' } },
    { id: 'end', type: 'end', version: 1, position: { x: 900, y: 0 }, data: {} },
  ],
  edges: [
    ['start', 'next', 'ask'],
    ...['lost_property', 'noise_nuisance', 'other'].map((outcome) => ['ask', outcome, 'route']),
    ...['lost', 'noise', 'else'].map((outcome) => ['route', outcome, 'team']),
    ...['resolved', 'returned', 'unavailable'].map((outcome) => ['team', outcome, 'end']),
  ].map(([source, sourceHandle, target], n) => ({ id: `e${n}`, source, sourceHandle, target })),
  tests: [],
  notes: [],
})

let server: TestServer
let admin = ''
let operator = ''
let forceId = ''
let key = ''
beforeAll(async () => {
  server = await createTestServer()
  const made = await setUpServer(server)
  admin = made.cookie
  forceId = made.session.force.id
  key = made.site.key
  await publishOnSite(server, admin, flow)
  operator = await addPerson(server, ['operator'], forceId, ['crime-desk'])
  for (const node of flow.nodes) {
    const intents = server.services.types.definitions
      .get(node.type)
      ?.intents?.(server.services.types.definitions.get(node.type)?.data.parse(node.data))
    if (intents) await server.services.intentsFor(forceId).prepare(intents)
  }
})
afterAll(() => server.close())

/** A contact whose visitor says `words`, at the crime desk. */
async function say(text: string): Promise<string> {
  const { contact, token } = await startContact(server, key)
  await server.get(widgetRoutes.input, {
    token,
    params: { id: contact.id },
    body: { key: crypto.randomUUID(), input: { kind: 'text', text } },
  })
  return contact.id
}
const correct = (id: string, meant: string, cookie = operator) =>
  server.send(correctionsRoutes.correct, { cookie, params: { id }, body: { meant } })

test('what an operator puts right waits for a supervisor, is measured, and is understood from then on', async () => {
  const words = 'my zorblatt went walkabout by the bandstand'
  const id = await say(words)
  const offered = await server.get(correctionsRoutes.offer, { cookie: operator, params: { id } })
  expect(offered.words).toBe(words)
  expect(offered.intents.map(({ id: intent, teams }) => [intent, ...teams])).toEqual([
    ['lost_property', 'property-office'],
    ['noise_nuisance', 'neighbourhood'],
    ['other'],
  ])
  expect((await correct(id, 'burglary')).status).toBe(400)
  const meant = offered.understood.id === 'noise_nuisance' ? 'lost_property' : 'noise_nuisance'
  expect((await correct(id, meant)).status).toBe(204)
  const { corrections } = await server.get(correctionsRoutes.list, { cookie: admin })
  const [waiting] = corrections
  expect(waiting).toMatchObject({ words, status: 'waiting', meant: { id: meant }, effect: null })
  const params = { id: waiting?.id ?? '' }
  const body = { phrase: 'my zorblatt went walkabout' }
  const effect = await server.get(correctionsRoutes.try, { cookie: admin, params, body })
  expect(effect.examples).toBeGreaterThan(0)
  const accepted = await server.get(correctionsRoutes.accept, { cookie: admin, params, body })
  expect(accepted).toMatchObject({ status: 'accepted', phrase: body.phrase, effect })
  const [again] = (await server.get(correctionsRoutes.list, { cookie: admin })).corrections
  expect(again?.status).toBe('accepted')
  const refused = await server.get(correctionsRoutes.refuse, { cookie: admin, params })
  expect([refused.status, refused.effect]).toEqual(['refused', null])
}, 60_000)

test('only supervisors of the department see and decide; nobody sees what is not theirs', async () => {
  const id = await say('something about a kerfuffle with my belongings')
  await correct(id, 'lost_property')
  await correct(id, 'noise_nuisance')
  const mine = (await server.get(correctionsRoutes.list, { cookie: admin })).corrections.filter(
    ({ contact }) => contact === id,
  )
  expect(mine.length).toBeLessThanOrEqual(1)
  const [one] = mine
  expect((await server.send(correctionsRoutes.list, { cookie: operator })).status).toBe(403)
  const elsewhere = await addPerson(server, ['supervisor'], forceId, ['road-policing'])
  const stranger = await addPerson(server, ['supervisor', 'operator'])
  for (const cookie of [elsewhere, stranger]) {
    expect((await server.get(correctionsRoutes.list, { cookie })).corrections).toEqual([])
    for (const route of [correctionsRoutes.refuse, correctionsRoutes.accept, correctionsRoutes.try])
      expect(
        (await server.send(route, { cookie, params: { id: one?.id ?? 'x' }, body: { phrase: 'some words' } })).status,
      ).toBe(404)
    expect((await correct(id, 'other', cookie)).status).toBe(404)
  }
  expect((await server.send(inboxRoutes.contact, { cookie: elsewhere, params: { id } })).status).toBe(404)
})
