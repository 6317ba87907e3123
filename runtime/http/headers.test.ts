import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  siteOrigin,
  type TestServer,
  toRequest,
} from '../testing/create-test-server.ts'
import { createApp } from './create-app.ts'
import { staffPolicy, usualHeaders } from './middleware/security-headers.ts'
import { declaredRoutes } from './require-declared-routes.ts'
import type { App } from './server-context.ts'

let server: TestServer
let app: App
let siteKey = ''
let cookie = ''
beforeAll(async () => {
  server = await createTestServer()
  const folder = join(server.folder, 'dist')
  for (const [path, text] of [
    ['editor/index.html', '<!doctype html><title>Signpost</title>'],
    ['editor/assets/main-1a2b.js', 'export {}'],
    ['editor/favicon.svg', '<svg/>'],
    ['widget/widget.js', '1'],
    ['widget/chat.js', '2'],
    ['widget/chat.css', 'p{}'],
    ['secret.txt', 'no'],
    ['server/main.js', 'no'],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  app = createApp(server.services, server.environment, { builtFolder: folder })
  const done = await setUpServer(server)
  cookie = done.cookie
  siteKey = done.site.key
  await publishOnSite(server, cookie)
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

test('every call carries every header, whether it is answered or refused', async () => {
  for (const route of declaredRoutes())
    for (const sent of [{}, { cookie }, { body: route.body && 'garbage' }]) {
      if (route.id === 'inbox.stream' && 'cookie' in sent) continue
      const response = await app.request(...toRequest(route, sent))
      const { headers } = response
      const found = Object.fromEntries(Object.keys(usualHeaders).map((name) => [name, headers.get(name)]))
      expect([route.id, response.status, found]).toEqual([route.id, response.status, usualHeaders])
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
    }
})

const pages: [string, number, Record<string, string | RegExp>][] = [
  ['/', 200, { 'content-security-policy': staffPolicy, 'cache-control': 'no-store', 'content-type': /^text\/html/ }],
  ['/flows/sample', 200, { 'content-security-policy': staffPolicy, 'cache-control': 'no-store' }],
  ['/assets/main-1a2b.js', 200, { 'cache-control': /immutable/, 'content-type': /^text\/javascript/ }],
  ['/favicon.svg', 200, { 'content-type': 'image/svg+xml', 'content-security-policy': staffPolicy }],
  ['/assets/none.js', 404, { 'content-type': /^application\/json/ }],
  ['/api/none', 404, { 'content-type': /^application\/json/ }],
  ['/api/widget/none', 404, { 'content-type': /^application\/json/ }],
  ['/widget.js', 200, { 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'no-cache' }],
  ['/widget/chat.css', 200, { 'content-type': /^text\/css/, 'cache-control': 'no-cache' }],
  ['/widget/none.js', 404, {}],
  ['/widget/../secret.txt', 404, {}],
  ['/widget/..%2fsecret.txt', 404, {}],
  ['/%2e%2e/server/main.js', 404, {}],
  ['/..%2fserver%2fmain.js', 404, {}],
]
test.each(pages)('%s answers %i with its headers', async (path, status, expected) => {
  const response = await get(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await response.text()).not.toBe('no')
  for (const [name, value] of Object.entries(expected))
    if (typeof value === 'string') expect([name, response.headers.get(name)]).toEqual([name, value])
    else expect(response.headers.get(name)).toMatch(value)
})

test('scripts of staff pages come from this server only, and nobody frames them', () => {
  expect(staffPolicy).toContain("script-src 'self';")
  expect(staffPolicy).toContain("frame-ancestors 'none'")
  expect(staffPolicy).not.toContain('unsafe-eval')
})

test('files are sent again only when they changed', async () => {
  const first = await get('/widget.js')
  const again = await get('/widget.js', { 'if-none-match': first.headers.get('etag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('the frame may be shown by the pages of its site', async () => {
  const frame = await get(`/widget/frame?site=${siteKey}`, { referer: `${siteOrigin}/contact` })
  expect(frame.status).toBe(200)
  expect(frame.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
      `connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' ${siteOrigin}`,
  )
  const text = await frame.text()
  expect(text).toContain('<html lang="en-GB">')
  expect(text).toContain(`<div id="chat" data-site="${siteKey}"></div>`)
  expect(text).toMatch(/<noscript>[\s\S]*tel:999[\s\S]*tel:101[\s\S]*<\/noscript>/)
})

test.each([
  ['another website', () => siteKey, 'https://evil.example/page'],
  ['a host that begins alike', () => siteKey, `${siteOrigin}.evil.example/`],
  ['an unknown key', () => 'nobody', `${siteOrigin}/`],
  ['a key that is markup', () => '"><script>alert(1)</script>', ''],
])('the frame for %s is a page with the numbers, not a blank', async (_, key, referer) => {
  const frame = await get(`/widget/frame?site=${encodeURIComponent(key())}`, referer ? { referer } : {})
  const text = await frame.text()
  expect(frame.status).toBe(403)
  expect(text).toMatch(/tel:999[\s\S]*tel:101/)
  expect(text).not.toContain('<script')
  expect(frame.headers.get('content-security-policy')).not.toContain('frame-ancestors')
})

test('there is a page to try the chat on', async () => {
  const trial = await get(`/widget/try?site=${siteKey}`)
  expect(await trial.text()).toContain(`<script src="/widget.js" data-site="${siteKey}" async></script>`)
  expect((await get('/widget/try?site=nobody')).status).toBe(404)
})

test('figures name routes, never what was asked', async () => {
  await get('/api/flows/very-secret-name')
  const text = await (await get('/metrics')).text()
  expect(text).toContain('signpost_http_requests_total{route="flows.get",status="401"}')
  expect(text).toContain('process_cpu_seconds_total')
  expect(text).not.toContain('very-secret-name')
})
