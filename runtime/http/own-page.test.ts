import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../schema/api/route.ts'
import { createTestServer, setUpServer, type TestServer, toRequest } from '../testing/create-test-server.ts'
import { declaredRoutes } from './require-declared-routes.ts'

let server: TestServer
let cookie = ''
beforeAll(async () => {
  server = await createTestServer()
  cookie = (await setUpServer(server)).cookie
})
afterAll(() => server.close())

const changing = declaredRoutes().filter(({ method, path }) => method !== 'get' && !path.startsWith('/api/widget'))

/** Everything that a request of another site could look like. */
const forged: [string, Record<string, string | undefined>][] = [
  ['without the header', { 'x-signpost': undefined }],
  ['as a form', { 'x-signpost': undefined, 'content-type': 'application/x-www-form-urlencoded' }],
  ['as plain text', { 'x-signpost': undefined, 'content-type': 'text/plain' }],
  ['without a type', { 'x-signpost': undefined, 'content-type': undefined }],
  ['from another origin', { origin: 'https://evil.example' }],
  ['from a host that begins alike', { origin: 'http://localhost.evil.example' }],
  ['from another port', { origin: 'http://localhost:1' }],
  ['from nowhere', { origin: 'null' }],
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from a sister site', { 'sec-fetch-site': 'same-site' }],
]

/** Everything that is kept, except what a refused try itself leaves in the audit log. */
async function contents(): Promise<string> {
  const tables = ['forces', 'users', 'sessions', 'sites', 'departments', 'connections', 'flows', 'flow_versions']
  return JSON.stringify(
    await Promise.all(tables.map((table) => server.services.db.read.all(`SELECT * FROM ${table} ORDER BY 1`))),
  )
}

describe.each(forged)('a forged request %s', (_, headers) => {
  test('changes nothing, whatever it calls', async () => {
    const before = await contents()
    for (const route of changing) {
      const response = await server.app.request(...withHeaders(route, headers))
      expect([route.id, response.status]).toEqual([route.id, 403])
    }
    expect(await contents()).toBe(before)
  })
})

test('requests of our own pages are taken', async () => {
  for (const headers of [{ origin: 'http://localhost' }, { 'sec-fetch-site': 'same-origin' }, {}]) {
    const [, options] = withHeaders(sessionDelete(), headers)
    const response = await server.app.request('/api/nothing', options)
    expect(response.status).toBe(404)
    const create = changing.find(({ id }) => id === 'flows.create')
    if (!create) throw new Error('There is no such route.')
    expect((await server.app.request(...withHeaders(create, headers, { name: 'Mine' }))).status).toBe(201)
  }
})

test('reading twice changes nothing but the audit log', async () => {
  const before = await contents()
  for (const route of declaredRoutes().filter(({ method, id }) => method === 'get' && !id.includes('stream')))
    for (let round = 0; round < 2; round++) await server.app.request(...toRequest(route, { cookie }))
  expect(await contents()).toBe(before)
})

function withHeaders(route: Route, headers: Record<string, string | undefined>, body: unknown = {}) {
  const [path, options] = toRequest(route, { cookie, body })
  const sent = new Headers(options.headers)
  for (const [name, value] of Object.entries(headers))
    if (value === undefined) sent.delete(name)
    else sent.set(name, value)
  return [path, { ...options, headers: sent }] as const
}

function sessionDelete(): Route {
  const route = changing.find(({ id }) => id === 'session.delete')
  if (!route) throw new Error('There is no such route.')
  return route
}
