import { afterEach, beforeEach, expect, test } from 'vitest'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import {
  createTestServer,
  firstPerson,
  setUpServer,
  siteOrigin,
  type TestServer,
} from '../testing/create-test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer()
})
afterEach(() => server.close())

test('the first start makes account, force, departments, website and the chosen flow', async () => {
  const before = await server.get(adminRoutes.setupState)
  expect(before.needed).toBe(true)
  const [template] = before.templates
  const { cookie, session, site, flow } = await setUpServer(server, { template: template?.id })
  expect(session.user.roles).toEqual(['admin', 'designer', 'operator', 'supervisor'])
  expect(session.force.name).toBe('Northmoor Police')
  expect(site).toMatchObject({ origins: [siteOrigin], flow, escape: 'leave' })
  expect(site.key).toMatch(/^[0-9a-f]{16}$/)
  expect(await server.get(adminRoutes.session, { cookie })).toEqual(session)
  const { departments } = await server.get(adminRoutes.departments, { cookie })
  expect(departments.map(({ id }) => id)).toEqual([
    'control-room',
    'crime-desk',
    'road-policing',
    'neighbourhood',
    'property-office',
    'firearms-licensing',
    'professional-standards',
    'safeguarding',
  ])
  const { flows } = await server.get(flowsRoutes.list, { cookie })
  expect(flows.map(({ id, live }) => ({ id, live }))).toEqual(template ? [{ id: flow, live: null }] : [])
  expect(await server.get(adminRoutes.setupState)).toEqual({ needed: false, templates: [] })
})

test('works once, also when five ask at the same instant', async () => {
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      server.send(adminRoutes.setup, { body: { ...firstPerson, email: `a${index}@b.example`, site: siteOrigin } }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
  const count = async (table: string) =>
    (await server.services.db.read.all<{ count: number }>(`SELECT count(*) AS count FROM ${table}`))[0]?.count
  expect([await count('users'), await count('forces'), await count('sites')]).toEqual([1, 1, 1])
})

test('refuses a short password, a website that is no origin, and a flow that is not there', async () => {
  const ask = async (body: object) => (await server.send(adminRoutes.setup, { body })).status
  expect(await ask({ ...firstPerson, site: siteOrigin, password: 'fourteen chars' })).toBe(400)
  expect(await ask({ ...firstPerson, site: `${siteOrigin}/path` })).toBe(400)
  expect(await ask({ ...firstPerson, site: 'javascript:alert(1)' })).toBe(400)
  expect(await ask({ ...firstPerson, site: siteOrigin, template: 'no-such' })).toBe(404)
  expect((await server.get(adminRoutes.setupState)).needed).toBe(true)
})
