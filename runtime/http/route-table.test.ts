import { expect, test } from 'vitest'
import type { z } from 'zod'
import { OpenApi } from '../../schema/api/docs.ts'
import { toExample } from '../../schema/api/to-example.ts'
import { webhookKinds } from '../../schema/api/webhooks.ts'
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

test('describes every call as OpenAPI 3.1, complete, and as a page', async () => {
  const server = await createTestServer()
  const document = OpenApi.parse(await (await server.app.request('/api/openapi.json')).json())
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]) => ({ path, method, call })),
  )
  expect(described.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    declaredRoutes()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  )
  for (const route of declaredRoutes()) {
    const call = document.paths[route.path]?.[route.method]
    const parameters = (call?.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`)
    const done = call?.responses[route.status]
    expect([route.id, call?.operationId, call?.summary]).toEqual([route.id, route.id, route.summary])
    expect([route.id, parameters.sort()]).toEqual([
      route.id,
      [...partsOf('path', route.params), ...partsOf('query', route.query)].sort(),
    ])
    // What stands in the address is what the parameters are.
    expect([route.id, [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`).sort()]).toEqual([
      route.id,
      partsOf('path', route.params).sort(),
    ])
    expect([route.id, call?.requestBody !== undefined]).toEqual([route.id, route.body !== undefined])
    expect([route.id, Object.keys(done?.content ?? {}).length > 0]).toEqual([route.id, route.status !== 204])
    expect([route.id, call?.['x-access']]).toEqual([route.id, route.access])
    if (route.access !== 'public')
      expect([route.id, Object.keys(call?.responses ?? {})]).toContainEqual(expect.arrayContaining(['401']))
  }
  expect(Object.keys(Object(document.webhooks)).sort()).toEqual([...webhookKinds].sort())
  const page = await server.app.request('/api/docs')
  expect(await page.text()).toContain('/api/widget/contacts/{id}/inputs')
  await server.close()
})

test('the described shape of a body is one that its call accepts', async () => {
  const server = await createTestServer()
  const document = OpenApi.parse(await (await server.app.request('/api/openapi.json')).json())
  for (const { id, path, method, body } of declaredRoutes()) {
    const schema = document.paths[path]?.[method]?.requestBody?.content['application/json']?.schema
    if (!schema || !body) continue
    const anything = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
      Object.keys(part).length === 0 ? [[name, {}]] : [],
    )
    const example = toExample(schema)
    const filled = typeof example === 'object' ? { ...Object.fromEntries(anything), ...example } : example
    const issues = body.safeParse(filled).error?.issues ?? []
    // Rules that no schema can say, such as that one time lies before another, or how a text is written.
    const structural = issues.filter(({ code }) => code !== 'custom' && code !== 'invalid_format')
    expect([id, structural]).toEqual([id, []])
  }
  await server.close()
})

function partsOf(place: string, schema: z.ZodObject | undefined): string[] {
  return Object.keys(schema?.shape ?? {}).map((name) => `${place} ${name}`)
}
