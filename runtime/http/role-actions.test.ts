import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '../../schema/api/route.ts'
import { type Role, roles } from '../../schema/roles.ts'
import { addPerson, createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'
import { declaredRoutes } from './require-declared-routes.ts'

/**
 * What each role may do, in words, against the calls of the tables that do it (ACC-01). `access.test.ts` holds every call to
 * its own row; here the rows themselves are held to what the roles are for.
 */
const actions: { does: string; takes: (route: Route) => boolean; allowed: readonly Role[] }[] = [
  {
    does: 'reads transcripts, replies, claims, alerts',
    takes: ({ path }) => /^\/api\/(contacts|alerts|inbox)/.test(path),
    allowed: ['operator', 'supervisor'],
  },
  {
    does: 'people, invitations, how people sign in',
    takes: ({ id }) => /^people\.|^entry\.(save-)?settings|^members\.save/.test(id),
    allowed: ['admin'],
  },
  {
    does: 'edits and publishes flows',
    takes: ({ id, method }) => /^(flows|simulate)\./.test(id) && method !== 'get',
    allowed: ['designer', 'admin'],
  },
  {
    does: 'makes connections and websites, sets departments',
    takes: ({ id, method }) =>
      /^(connections|sites|departments)\./.test(id) && method !== 'get' && id !== 'connections.dry-run-node',
    allowed: ['admin'],
  },
]

const staff = declaredRoutes().filter(({ access }) => access !== 'public' && access !== 'visitor')
let server: TestServer
const cookies = new Map<Role, string>()
beforeAll(async () => {
  server = await createTestServer()
  const { session } = await setUpServer(server)
  for (const role of roles) cookies.set(role, await addPerson(server, [role], session.force.id))
})
afterAll(() => server.close())

test.each(actions)('$does: by nobody but those whose work it is', async ({ takes, allowed }) => {
  const routes = staff.filter((route) => takes(route) && !route.id.endsWith('.stream'))
  expect(routes.length).toBeGreaterThan(0)
  for (const route of routes)
    for (const role of roles) {
      const { status } = await server.send(route, { cookie: cookies.get(role) ?? '', body: route.body && {} })
      const may = typeof route.access === 'string' || route.access.includes(role)
      expect([route.id, role, status === 403]).toEqual([route.id, role, !may])
      if (may) expect([route.id, allowed.includes(role) ? role : 'nobody else']).toEqual([route.id, role])
    }
})

test('no call changes or deletes the audit trail, and an admin reads no transcript', () => {
  for (const route of staff) {
    if (/^\/api\/audit/.test(route.path)) expect([route.id, route.method]).not.toContain('delete')
    if (/^\/api\/contacts/.test(route.path)) expect([route.id, route.access]).not.toContain('admin')
  }
})

test('no answer lets the page of another website read it with somebody’s session (SEC-28)', async () => {
  const origins = [
    'null',
    'https://evil.example',
    'https://localhost.evil.example',
    'https://evil-localhost',
    'http://localhost:81',
    'https://sub.localhost',
    'https://xn--lcalhost-9sb.example',
    'file://',
    'https://www.northmoor.police.example.evil.example',
  ]
  for (const route of staff)
    for (const origin of origins) {
      const answer = await server.send(route, {
        cookie: cookies.get('admin') ?? '',
        headers: { origin },
        body: route.body && {},
      })
      const { headers } = answer
      if (route.id.endsWith('.stream')) await answer.body?.cancel()
      expect([route.id, headers.get('access-control-allow-origin')]).toEqual([route.id, null])
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
})

test('looking changes nothing: every reading call twice leaves everything but the audit trail as it was (SEC-29)', async () => {
  const dump = async () => {
    const { read } = server.services.db
    const tables = await read.all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
    const kept = tables.filter(({ name }) => !/^audit_|^sqlite_|_fts/.test(name))
    return JSON.stringify(await Promise.all(kept.map(({ name }) => read.all(`SELECT * FROM "${name}"`))))
  }
  const before = await dump()
  for (const route of staff.filter(({ method, id }) => method === 'get' && !id.endsWith('.stream')))
    for (const role of roles) {
      await server.send(route, { cookie: cookies.get(role) ?? '' })
      await server.send(route, { cookie: cookies.get(role) ?? '' })
    }
  expect(await dump()).toBe(before)
})
