import { afterEach, beforeEach, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { findConnection } from '../integrations/find-connection.ts'
import { createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'

let server: TestServer
let cookie = ''
let forceId = ''
beforeEach(async () => {
  server = await createTestServer()
  const done = await setUpServer(server)
  cookie = done.cookie
  forceId = done.session.force.id
})
afterEach(() => server.close())

const credential = { header: 'Authorization', value: 'Bearer canary-7c1d' }
const records = {
  name: 'Records',
  origin: 'https://rms.northmoor.example',
  addresses: ['10.0.0.0/8'],
  idempotent: true,
}
const save = (body: object, id = 'records') => server.send(connectionsRoutes.save, { cookie, params: { id }, body })
const find = () => findConnection(server.services.db.read, server.services.vault, forceId, 'records')

test('a credential can be written and used, and is never shown or kept in clear', async () => {
  const saved = await (await save({ ...records, credential })).json()
  const usual = { paths: [], timeoutSeconds: 30, largestKb: 1_024, actions: [] }
  expect(saved).toEqual({ ...records, ...usual, id: 'records', hasCredential: true })
  expect(await server.get(connectionsRoutes.list, { cookie })).toEqual({ connections: [saved] })
  expect((await find())?.credential).toEqual(credential)
  const dump = JSON.stringify(
    await Promise.all(
      ['connections', 'audit_entries'].map((table) => server.services.db.read.all(`SELECT * FROM ${table}`)),
    ),
  )
  expect(dump).not.toContain('canary-7c1d')
})

test('another origin forgets the credential; another name keeps it; null takes it away (SEC-05)', async () => {
  await save({ ...records, credential })
  expect(await (await save({ ...records, name: 'Records system' })).json()).toMatchObject({ hasCredential: true })
  expect(await (await save({ ...records, origin: 'https://evil.example' })).json()).toMatchObject({
    hasCredential: false,
  })
  expect(await (await save(records)).json()).toMatchObject({ hasCredential: false })
  expect((await find())?.credential).toBeUndefined()
  await save({ ...records, credential })
  expect(await (await save({ ...records, credential: null })).json()).toMatchObject({ hasCredential: false })
})

test('refuses addresses, names and origins that are none', async () => {
  expect((await save({ ...records, addresses: ['everything'] })).status).toBe(400)
  expect((await save({ ...records, addresses: ['10.0.0.0/99'] })).status).toBe(400)
  expect((await save({ ...records, origin: 'https://user:pass@rms.example' })).status).toBe(400)
  expect((await save({ ...records, origin: 'ftp://rms.example' })).status).toBe(400)
  expect((await save(records, 'No Name!')).status).toBe(400)
  expect((await server.get(connectionsRoutes.list, { cookie })).connections).toEqual([])
})

test('is removed once', async () => {
  await save(records)
  const remove = () => server.send(connectionsRoutes.remove, { cookie, params: { id: 'records' } })
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404])
})

test('departments keep their order, and a force is never left without one', async () => {
  const { departments } = await server.get(adminRoutes.departments, { cookie })
  const put = (list: unknown) => server.send(adminRoutes.saveDepartments, { cookie, body: { departments: list } })
  const hours = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ opens: '08:00', closes: '18:00' }] : []))
  const changed = departments.toReversed().map((department) => ({ ...department, hours }))
  expect(await (await put(changed)).json()).toEqual({ departments: changed })
  expect((await put([])).status).toBe(400)
  expect((await put([changed[0], changed[0]])).status).toBe(400)
  expect(await server.get(adminRoutes.departments, { cookie })).toEqual({ departments: changed })
  expect(server.services.nodeServices(forceId).departments()[0]?.id).toBe('safeguarding')
})
