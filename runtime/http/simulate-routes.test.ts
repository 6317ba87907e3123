import { afterEach, beforeEach, expect, test } from 'vitest'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { simulateRoutes } from '../../schema/api/simulate.ts'
import { ErrorBody } from '../../schema/app-error.ts'
import { addPerson, createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'

let server: TestServer
let cookie = ''
let id = ''
beforeEach(async () => {
  server = await createTestServer()
  cookie = (await setUpServer(server)).cookie
  id = (await server.get(flowsRoutes.create, { cookie, body: { document: JSON.stringify(threeQuestions) } })).id
})
afterEach(() => server.close())

const now = '2026-11-21T19:42:00Z'
const text = (words: string) => ({ input: { kind: 'text', text: words } })
const simulate = (actions: unknown[], flow: unknown = threeQuestions, more: object = {}) =>
  server.get(simulateRoutes.simulate, { cookie, params: { id }, body: { flow, script: { now, actions, ...more } } })
const run = (flow: unknown, tests?: string[]) =>
  server.get(simulateRoutes.runTests, { cookie, params: { id }, body: { flow, tests } })

test('plays a draft on the real engine and keeps nothing of it', async () => {
  const { turns, stopped } = await simulate([text('my umbrella'), text('on the bus')])
  expect(stopped).toBeUndefined()
  expect(turns.map(({ action, node, state }) => [action, node, state])).toEqual([
    [-1, 'what', 'what.waiting-idle'],
    [0, 'where', 'where.waiting-idle'],
    [1, 'sure', 'sure.waiting-idle'],
  ])
  expect(turns[1]).toMatchObject({
    cause: { kind: 'visitor' },
    values: { item: 'my umbrella' },
    changed: ['item'],
    assessment: { verdict: 'none' },
  })
  expect(turns[1]?.path).toContainEqual(expect.objectContaining({ node: 'what', event: 'outcome.answered' }))
  const [count] = await server.services.db.read.all<{ n: number }>('SELECT count(*) AS n FROM contacts')
  expect(count?.n).toBe(0)
})

test('the same script gives the same, and a shorter one gives its beginning', async () => {
  const plain = (turns: Awaited<ReturnType<typeof simulate>>['turns']) =>
    turns.map(({ assessment, ...turn }) => ({ ...turn, verdict: assessment?.verdict }))
  const whole = plain((await simulate([text('a hat'), text('at home')])).turns)
  expect(plain((await simulate([text('a hat'), text('at home')])).turns)).toEqual(whole)
  expect(plain((await simulate([text('a hat')])).turns)).toEqual(whole.slice(0, 2))
})

test('danger is seen first, an operator can come, and what no longer fits is said', async () => {
  const { turns, stopped } = await simulate([
    text('he has a knife and he is in my kitchen now'),
    { operator: { does: 'join' } },
    { operator: { does: 'say', text: 'I am here.' } },
    { operator: { does: 'close' } },
    text('thanks'),
    text('bye'),
  ])
  expect(turns[1]).toMatchObject({ assessment: { verdict: 'emergency' }, node: '$emergency' })
  expect(turns[1]?.queue?.priority).toBe('emergency')
  expect(turns[2]?.owner).toBe('Priya')
  expect(stopped === undefined || stopped.message.length > 0).toBe(true)
  const closed = await simulate([
    text('a red umbrella'),
    text('at the bus station'),
    { input: { kind: 'choice', value: 'yes' } },
    text('thank you'),
  ])
  expect(closed.stopped).toEqual({ action: 3, message: 'The contact was closed already.' })
})

const looksUp = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'Number?', variable: 'number' }],
    ['look', 'http-action', { connection: 'records', path: ['reports'], save: [{ from: 'state', variable: 'state' }] }],
    ['end', 'end', { text: 'It is {{ state }}.' }],
    ['sorry', 'end', { text: 'Not now.' }],
  ],
  ['start.next > ask', 'ask.answered > look', 'ask.gave-up > sorry', 'look.succeeded > end', 'look.failed > sorry'],
  {
    variables: [
      { name: 'number', type: 'text' },
      { name: 'state', type: 'text' },
    ],
  },
)

test('other systems answer what the script says, each in its way', async () => {
  const ends = async (answer: unknown) =>
    (await simulate([text('12')], looksUp, { http: [{ node: 'look', answer }] })).turns.at(-1)
  expect(await ends({ status: 200, body: { state: 'open' } })).toMatchObject({ values: { state: 'open' } })
  for (const answer of ['failed', 'timeout', 'unknown', { status: 500, body: null }])
    expect((await ends(answer))?.path).toContainEqual(
      expect.objectContaining({ node: 'look', event: 'outcome.failed' }),
    )
})

test('an action that always calls itself again is stopped', async () => {
  const circle = {
    ...looksUp,
    edges: looksUp.edges.map((edge) => (edge.sourceHandle === 'failed' ? { ...edge, target: 'look' } : edge)),
  }
  expect((await simulate([text('12')], circle)).stopped?.message).toContain('never comes to rest')
})

test('an unfinished draft can be played; one that cannot run is refused with its faults and their places', async () => {
  const unfinished = { ...threeQuestions, edges: threeQuestions.edges.filter(({ id: edge }) => edge !== 'e3') }
  expect((await simulate([text('a hat')], unfinished)).turns.at(-1)?.node).toBe('$person')
  const note = { id: 'memo', type: 'note', version: 1, position: { x: 0, y: 0 }, data: { text: 'A note' } }
  const astray = {
    ...threeQuestions,
    nodes: [...threeQuestions.nodes, note],
    edges: threeQuestions.edges.map((edge) => (edge.id === 'e3' ? { ...edge, target: 'memo' } : edge)),
  }
  expect((await simulate([text('a hat')], astray)).turns.at(-1)?.node).toBe('$person')
  const [first, ...others] = threeQuestions.nodes
  const broken = { ...threeQuestions, nodes: [{ ...first, type: 'mystery' }, ...others] }
  for (const route of [simulateRoutes.simulate, simulateRoutes.runTests]) {
    const body = { flow: broken, script: { now, actions: [] } }
    const response = await server.send(route, { cookie, params: { id }, body })
    expect(response.status).toBe(422)
    const { error } = ErrorBody.parse(await response.json())
    expect(JSON.stringify(error.details)).toContain('"node":"start"')
  }
})

test('runs the stored tests, says where they diverge, and what they cover', async () => {
  const steps = (at: string) => [{ input: { kind: 'text', text: 'a hat' }, expect: { at } }]
  const flow = {
    ...threeQuestions,
    tests: [
      { id: 'good', name: 'Good', steps: steps('where') },
      { id: 'bad', name: 'Bad', steps: steps('end') },
    ],
  }
  const { tests, covered } = await run(flow)
  expect(tests.map(({ id: test, passed, endsAt }) => [test, passed, endsAt])).toEqual([
    ['good', true, 'where'],
    ['bad', false, 'where'],
  ])
  expect(tests[1]?.divergences).toEqual([
    { step: 1, message: 'The contact is at "where", not at "end".', node: 'where', expected: 'end' },
  ])
  expect(covered).toEqual({ nodes: ['start', 'hello', 'what', 'where'], edges: ['e1', 'e2', 'e3'] })
  expect((await run(flow, ['good'])).tests).toHaveLength(1)
  const cut = { ...flow, edges: flow.edges.filter(({ id: edge }) => edge !== 'e3') }
  const [first] = (await run(cut, ['good'])).tests
  expect([first?.endsAt, first?.divergences[0]?.node]).toEqual(['$person', 'what'])
})

test('answers from the documents are looked up, and tests may fix how another system failed', async () => {
  const flow = {
    ...looksUp,
    tests: [
      {
        id: 't',
        name: 'Times out',
        http: [{ node: 'look', status: 0, fails: 'timeout' }],
        steps: [{ input: { kind: 'text', text: '1' }, expect: { says: ['Not now'], closed: true } }],
      },
    ],
  }
  expect((await run(flow)).tests[0]).toMatchObject({ passed: true })
})

test('only designers and admins of the force may play its drafts', async () => {
  const body = { flow: threeQuestions, script: { now, actions: [] } }
  const operator = await addPerson(server, ['operator'], (await forceOf()) ?? '')
  const stranger = await addPerson(server, ['designer'])
  for (const [route, sent] of [
    [simulateRoutes.simulate, body],
    [simulateRoutes.machine, body],
    [simulateRoutes.tryOut, { type: 'intent-capture', data: { question: 'What?' }, words: 'my bike' }],
  ] as const) {
    expect((await server.send(route, { cookie: operator, params: { id }, body: sent })).status).toBe(403)
    expect((await server.send(route, { cookie: stranger, params: { id }, body: sent })).status).toBe(404)
  }
})

async function forceOf() {
  const [row] = await server.services.db.read.all<{ id: string }>('SELECT id FROM forces LIMIT 1')
  return row?.id
}

const decides = toFlow(
  [
    ['start', 'start'],
    [
      'about',
      'intent-capture',
      {
        question: 'What is it about?',
        menu: false,
        intents: [
          { id: 'theft', label: 'Report a theft', examples: ['my bike was stolen'] },
          { id: 'lost', label: 'Lost property', examples: ['i left my bag on the bus'] },
        ],
      },
    ],
    ['old', 'question', { kind: 'number', question: 'How old are you?', variable: 'age' }],
    ['grown', 'condition', { cases: [{ id: 'young', label: 'Young', when: 'age < 18' }] }],
    ['end', 'end'],
  ],
  [
    'start.next > about',
    'about.theft > old',
    'about.lost > end',
    'about.other > end',
    'old.answered > grown',
    'old.gave-up > end',
    'grown.young > end',
    'grown.else > end',
  ],
  { variables: [{ name: 'age', type: 'number' }] },
)

test('says why each way was taken: how sure the intent was, what the condition read, what happened', async () => {
  const { turns } = await simulate([text('somebody stole my bike'), text('34')], decides)
  const reasons = turns.flatMap(({ path }) => path.flatMap(({ node, why }) => (why ? [{ node, ...why }] : [])))
  const [about, old, grown] = ['about', 'old', 'grown'].map((id) => reasons.find(({ node }) => node === id))
  expect(about?.words).toContain('Report a theft')
  expect(about?.looked[0]).toMatchObject({ at: 'Report a theft', held: true })
  expect(about?.looked[0]?.found).toMatch(/^\d+% sure$/)
  expect(about?.looked).toContainEqual({ at: 'Words that match', found: 'stole, bike' })
  expect(old?.words).toBe('The visitor wrote “34”.')
  expect(grown).toMatchObject({
    words: 'None of the cases holds.',
    looked: [
      { at: 'Young: age < 18', found: 'does not hold', held: false },
      { at: 'age', found: '34' },
    ],
  })
})

test('says which way words would lead at one node, and refuses a node that does not choose by words', async () => {
  const [, about] = decides.nodes
  const attempt = (type: string, data: unknown, words: string) =>
    server.send(simulateRoutes.tryOut, { cookie, params: { id }, body: { type, data, words } })
  const tried = await server.get(simulateRoutes.tryOut, {
    cookie,
    params: { id },
    body: { type: 'intent-capture', data: about?.data ?? {}, words: 'my bike was stolen' },
  })
  expect(tried.kind).toBe('sure')
  expect(tried.ranked[0]).toMatchObject({ outcome: 'theft', like: 'my bike was stolen' })
  expect((await attempt('message', { text: 'Hello' }, 'my bike')).status).toBe(422)
  expect((await attempt('intent-capture', { intents: 'none' }, 'my bike')).status).toBe(422)
  expect((await attempt('mystery', {}, 'my bike')).status).toBe(422)
})

test('shows the machine that a draft compiles to, also of one that is not finished', async () => {
  const machineOf = (flow: unknown) => server.get(simulateRoutes.machine, { cookie, params: { id }, body: { flow } })
  const { machine } = await machineOf(threeQuestions)
  expect(Object.keys(machine.states)).toEqual(
    expect.arrayContaining(['what', 'where', 'sure', '$emergency', '$person']),
  )
  expect(machine.on).toHaveProperty(['safety.emergency'])
  const loose = { ...threeQuestions, edges: [] }
  expect(Object.keys((await machineOf(loose)).machine.states)).toContain('what')
  const body = { flow: { ...threeQuestions, nodes: [] } }
  expect((await server.send(simulateRoutes.machine, { cookie, params: { id }, body })).status).toBe(422)
})
