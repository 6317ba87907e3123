import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { FlowPresence, presenceRoutes } from '../../schema/api/presence.ts'
import {
  addPerson,
  createTestServer,
  publishOnSite,
  setUpServer,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { readFrames } from '../testing/read-frames.ts'

let server: TestServer
let meera = ''
let sam = ''
let id = ''
beforeEach(async () => {
  server = await createTestServer()
  const { cookie, session } = await setUpServer(server)
  meera = cookie
  sam = await addPerson(server, ['designer'], session.force.id)
  id = await publishOnSite(server, cookie)
})
afterEach(() => server.close())

const open = (cookie: string, client: string) =>
  server.app.request(...toRequest(presenceRoutes.stream, { cookie, params: { id }, query: { client } }))
const frameOf = (data: string) => FlowPresence.safeParse(JSON.parse(data || '{}')).data

test('says who else has the flow open, on which node, and that somebody saved', async () => {
  const two = randomUUID()
  const isThere = (data: string) => frameOf(data)?.people.some(({ name, node }) => name === 'Sam' && node === 'where')
  const isSaved = (data: string) => frameOf(data)?.revision === 2
  const watching = readFrames(
    await open(meera, randomUUID()),
    (frames) => frames.some(({ data }) => isThere(data)) && frames.some(({ data }) => isSaved(data)),
  )
  const staying = readFrames(await open(sam, two), (frames) => frames.some(({ data }) => isSaved(data)))
  await expect.poll(() => here()).toHaveLength(2)
  await server.get(presenceRoutes.move, { cookie: sam, params: { id }, body: { client: two, node: 'where' } })
  await expect.poll(() => here()).toContainEqual({ name: 'Sam', node: 'where' })
  const { flow } = await server.get(flowsRoutes.get, { cookie: sam, params: { id } })
  const body = { revision: 1, flow: { ...flow, name: 'Another name' } }
  await server.get(flowsRoutes.save, { cookie: sam, params: { id }, body })
  await Promise.all([watching, staying])
  await expect.poll(() => here()).toEqual([])
})

const here = () => server.services.db.read.all('SELECT name, node FROM flow_presence')

test('nobody moves the page of another, and no other force looks in', async () => {
  const client = randomUUID()
  await readFrames(await open(meera, client), (frames) => frames.length > 0)
  const reading = readFrames(await open(meera, client), (frames) => frames.length > 0)
  await reading
  await server.get(presenceRoutes.move, { cookie: sam, params: { id }, body: { client, node: 'where' } })
  const rows = await server.services.db.read.all<{ node: string | null }>('SELECT node FROM flow_presence')
  expect(rows.every(({ node }) => node === null)).toBe(true)
  const stranger = await addPerson(server, ['designer'])
  expect((await open(stranger, randomUUID())).status).toBe(404)
})

test('the stream ends for somebody who was signed out', async () => {
  const stream = await open(sam, randomUUID())
  const ended = readFrames(stream, () => false)
  await server.get(adminRoutes.signOut, { cookie: sam })
  await ended
})
