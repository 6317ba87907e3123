import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RecordsService, startRecordsService } from '../../examples/records-service/records-service.ts'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { tasksRoutes } from '../../schema/api/tasks.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { performDue } from '../effects/effect-worker.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { toFlow } from '../testing/sample-flows.ts'

const reports = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'What was stolen?', variable: 'item' }],
    [
      'send',
      'http-action',
      {
        connection: 'records',
        method: 'POST',
        path: ['reports'],
        body: [{ field: 'description', value: 'item' }],
        save: [{ from: 'reference', variable: 'ref' }],
        timeoutSeconds: 1,
      },
    ],
    ['said', 'message', { text: 'Your report is in. Your reference is {{ ref }}.' }],
    ['more', 'question', { kind: 'text', question: 'Anything else?', variable: 'item' }],
    ['end', 'end'],
  ],
  [
    'start.next > ask',
    'ask.answered > send',
    'ask.gave-up > end',
    'send.succeeded > said',
    'said.next > more',
    'send.failed > more',
    'more.answered > end',
    'more.gave-up > end',
  ],
  {
    variables: [
      { name: 'item', type: 'text' },
      { name: 'ref', type: 'reference' },
    ],
  },
)

let server: TestServer
let records: RecordsService
let meera = ''
let forceId = ''
let started: StartedContact
beforeEach(async () => {
  server = await createTestServer()
  records = await startRecordsService()
  const { cookie, session, site } = await setUpServer(server)
  meera = cookie
  forceId = session.force.id
  await connect(false)
  await publishOnSite(server, cookie, reports)
  started = await startContact(server, site.key)
})
afterEach(async () => {
  await records.stop()
  await server.close()
})

const connect = (idempotent: boolean) =>
  server.get(connectionsRoutes.save, {
    cookie: meera,
    params: { id: 'records' },
    body: { name: 'Records', origin: records.url, addresses: ['127.0.0.0/8'], idempotent },
  })
const say = (text: string) =>
  server.get(widgetRoutes.input, {
    params: { id: started.contact.id },
    token: started.token,
    body: { key: randomUUID(), input: { kind: 'text', text } },
  })
const tasks = async (cookie = meera) => (await server.get(tasksRoutes.list, { cookie })).tasks
const contact = () => server.get(inboxRoutes.contact, { cookie: meera, params: { id: started.contact.id } })
const words = async () =>
  (await contact()).events.flatMap((event) => (event.type === 'message' ? [event.text] : [])).join('\n')

test('a call whose outcome nobody knows is a task with the place to look, and the visitor is promised nothing', async () => {
  records.fault('drop')
  await say('A bicycle')
  await performDue(server.services)
  expect(records.ledger()).toHaveLength(1)
  expect(await words()).toMatch(/can’t confirm/)
  expect(await words()).not.toMatch(/report is in|reference is/i)
  expect(await tasks()).toMatchObject([{ contact: started.contact.id, system: 'Records' }])
  expect((await contact()).tasks).toMatchObject([{ system: 'Records' }])
})

test('an answer without the reference that was agreed is a task too (F8)', async () => {
  records.fault('no-reference')
  await say('A bicycle')
  await performDue(server.services)
  expect(await words()).not.toMatch(/report is in|reference is/i)
  expect(await tasks()).toMatchObject([{ system: 'Records', text: expect.stringContaining('no reference') }])
})

test('a call that the conversation does not wait for any more is a task, and one that was never begun is none', async () => {
  await connect(true)
  records.fault('error', 5)
  await say('A bicycle')
  await say('there is a man here with a knife, he is going to stab me')
  expect(await tasks()).toEqual([])
  await server.send(inboxRoutes.close, { cookie: meera, params: { id: started.contact.id }, body: { outcome: 'x' } })

  const { sites } = { sites: await server.services.db.read.all<{ key: string }>('SELECT key FROM sites') }
  started = await startContact(server, sites[0]?.key ?? '')
  await say('A bicycle')
  await performDue(server.services)
  await say('there is a man here with a knife, he is going to stab me')
  expect((await contact()).verdict).toBe('emergency')
  expect(await tasks()).toMatchObject([{ contact: started.contact.id, system: 'Records' }])
})

test('only a person who looked settles it, once, and it stands in the contact with their name', async () => {
  records.fault('drop')
  await say('A bicycle')
  await performDue(server.services)
  const [task] = await tasks()
  const settle = (body: object, cookie = meera) =>
    server.send(tasksRoutes.settle, { cookie, params: { id: task?.id ?? '' }, body })
  expect((await settle({ outcome: 'done' })).status).toBe(422)
  const stranger = await addPerson(server, ['operator'])
  expect((await settle({ outcome: 'recorded' }, stranger)).status).toBe(404)
  expect((await settle({ outcome: 'recorded', reference: 'NM/26/119847' })).status).toBe(200)
  expect((await settle({ outcome: 'not-recorded' })).status).toBe(404)
  expect(await tasks()).toEqual([])
  expect((await contact()).notes).toMatchObject([
    { author: { name: 'meera.shah' }, text: 'Looked in Records: it is recorded, reference NM/26/119847.' },
  ])
  const [row] = await server.services.db.read.all('SELECT outcome, reference FROM tasks')
  expect(row).toEqual({ outcome: 'recorded', reference: 'NM/26/119847' })
})

test('people of other forces see none of it', async () => {
  records.fault('drop')
  await say('A bicycle')
  await performDue(server.services)
  expect(await tasks(await addPerson(server, ['supervisor']))).toEqual([])
  expect(await tasks(await addPerson(server, ['supervisor'], forceId))).toHaveLength(1)
})
