import { expect, test } from 'vitest'
import { createTestServer } from '../testing/create-test-server.ts'
import { toHonoPath } from './mount.ts'
import { declaredRoutes, requireDeclaredRoutes } from './require-declared-routes.ts'
import { pagePaths } from './server-routes.ts'

test('serves nothing that stands in no table, and everything that does', async () => {
  const server = await createTestServer()
  const declared = new Set([
    ...declaredRoutes().map(({ method, path }) => `${method.toUpperCase()} ${toHonoPath(path)}`),
    ...Object.values(pagePaths).map((path) => `GET ${path}`),
  ])
  const mounted = server.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(mounted)].sort()).toEqual([...declared].sort())
  await server.close()
})

test('does not start with a call that nobody declared', async () => {
  const server = await createTestServer()
  server.app.get('/api/everything', (context) => context.text(''))
  expect(() => requireDeclaredRoutes(server.app)).toThrow('stands in no route table')
  await server.close()
})

test('declares each id once, and an access rule for each', () => {
  const ids = declaredRoutes().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { access } of declaredRoutes()) expect(access.length).toBeGreaterThan(0)
})

test('describes every call as OpenAPI 3.1, and as a page', async () => {
  const server = await createTestServer()
  const document = await (await server.app.request('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, calls]) =>
    Object.keys(Object(calls)).map((method) => `${method} ${path}`),
  )
  expect(described.sort()).toEqual(
    declaredRoutes()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  )
  const page = await server.app.request('/api/docs')
  expect(await page.text()).toContain('/api/widget/contacts/{id}/inputs')
  await server.close()
})
