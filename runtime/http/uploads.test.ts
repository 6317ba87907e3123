import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'

/** Every way in for a file: a document of the staff, a picture of a visitor; over a real connection. */
let server: TestServer
let listening: ReturnType<typeof serve>
let port = 0
let cookie = ''
let visitor = { id: '', token: '' }
beforeAll(async () => {
  server = await createTestServer({ environment: { visitorLimits: 0 } })
  const done = await setUpServer(server, { template: '101-non-emergency' })
  cookie = done.cookie
  await publishOnSite(server, cookie)
  const { contact, token } = await startContact(server, done.site.key)
  visitor = { id: contact.id, token }
  port = await new Promise((resolve) => {
    listening = serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, (bound) => resolve(bound.port))
  })
})
afterAll(async () => {
  const closed = new Promise((resolve) => listening.close(resolve))
  if ('closeAllConnections' in listening) listening.closeAllConnections()
  await closed
  await server.close()
})

const ways = {
  document: (name = 'a.txt') => ({
    path: `/api/knowledge/documents?${new URLSearchParams({ name, collection: 'general', title: 'Upload' })}`,
    headers: { cookie, 'x-signpost': '1' },
  }),
  picture: (name = 'a.png') => ({
    path: `/api/widget/contacts/${visitor.id}/files?${new URLSearchParams({ name })}`,
    headers: { authorization: `Bearer ${visitor.token}`, 'x-signpost': '1' },
  }),
}
type Way = keyof typeof ways

const kept = async () =>
  JSON.stringify([
    await server.services.db.read.all('SELECT file_name, file, content FROM document_versions ORDER BY added_at'),
    await server.services.db.read.all('SELECT name, bytes FROM files ORDER BY at'),
  ])

/** Sends a body as it is, with these headers; the status of the answer, 0 where the line was cut instead. */
function send(way: Way, headers: Record<string, string | number>, body: Iterable<string | Buffer>): Promise<number> {
  const { path, headers: own } = ways[way]()
  return new Promise((resolve) => {
    const sent = request(
      { port, path, method: 'POST', headers: { ...own, ...headers }, timeout: 20_000, agent: false },
      (answer) => {
        answer.resume()
        answer.on('close', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', () => resolve(0))
    sent.on('timeout', () => sent.destroy())
    for (const part of body) sent.write(part)
    sent.end()
  })
}
const path = JSON.stringify({ files: [{ filepath: '/etc/passwd', path: '/etc/passwd', originalFilename: 'a.txt' }] })
const part = (name: string, more = '') => `--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\nroot\r\n`

describe.each(['document', 'picture'] as const)(
  'a %s is the body itself, and nothing else is taken for one (SEC-20)',
  (way) => {
    it.each([
      ['JSON that names a file of the server', { 'content-type': 'application/json' }, [path]],
      ['JSON in disguise', { 'content-type': 'application/json; charset=utf-7' }, [path]],
      [
        'a form',
        { 'content-type': 'multipart/form-data; boundary=x' },
        [part('file', '; filename="/etc/passwd"'), '--x--'],
      ],
      [
        'a form of two boundaries',
        { 'content-type': 'multipart/form-data; boundary=x; boundary=y' },
        [part('a'), '--y--'],
      ],
      [
        'a form of ten thousand parts',
        { 'content-type': 'multipart/form-data; boundary=x' },
        [part('a').repeat(10_000)],
      ],
      [
        'a boundary of a megabyte in the body',
        { 'content-type': 'multipart/form-data' },
        [`--${'b'.repeat(1_048_576)}`],
      ],
      ['a web form', { 'content-type': 'application/x-www-form-urlencoded' }, ['files[0][filepath]=/etc/passwd']],
    ] as const)('%s', async (_what, headers, body) => {
      const before = await kept()
      expect(await send(way, headers, body)).toBeOneOf([400, 415])
      expect(await kept()).toBe(before)
    })

    it('a boundary of a megabyte in the head', async () => {
      const before = await kept()
      const headers = { 'content-type': `multipart/form-data; boundary=${'b'.repeat(1_048_576)}` }
      // The HTTP parser reads no head of that size: 431, or the line is cut while it is still being sent.
      expect(await send(way, headers, ['--b'])).toBeOneOf([0, 431])
      expect(await kept()).toBe(before)
    })

    it('more than announced, less than announced, and more than is allowed without an announcement', async () => {
      const before = await kept()
      const { path: address, headers } = ways[way]()
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      const raw = (length: number, body: string) =>
        new Promise<string>((resolve) => {
          let answer = ''
          const socket = connect(port, '127.0.0.1', () => {
            socket.write(
              `POST ${address} HTTP/1.1\r\nhost: x\r\n${head.join('')}content-length: ${length}\r\n\r\n${body}`,
            )
            setTimeout(() => socket.destroy(), 300)
          })
          socket.on('data', (bytes) => {
            answer += bytes.toString('latin1')
          })
          socket.on('error', () => {})
          socket.on('close', () => resolve(answer))
        })
      expect(await raw(1_000, 'short')).toBe('')
      expect(await raw(100_000_000_000, 'short')).toContain(' 413 ')
      const most = way === 'document' ? knowledgeRoutes.upload.maxBody : widgetRoutes.file.maxBody
      const megabytes = Math.ceil(most / 1_048_576) + 1
      const chunks = Array.from({ length: megabytes }, () => Buffer.alloc(1_048_576, 0x20))
      expect(await send(way, { 'transfer-encoding': 'chunked' }, chunks)).toBeOneOf([0, 413])
      expect(await kept()).toBe(before)
    })
  },
)

it('none of it makes the server hold more than 64 MB (SEC-20)', async () => {
  const before = process.memoryUsage().rss
  for (let n = 0; n < 20; n++) {
    await send(
      'picture',
      { 'transfer-encoding': 'chunked' },
      Array.from({ length: 12 }, () => Buffer.alloc(1_048_576)),
    )
    await send('document', { 'content-type': 'multipart/form-data; boundary=x' }, [part('a').repeat(10_000)])
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576)
})

/** Ways of writing a name that leads somewhere, looks like something else, or breaks what writes it down. */
const stems = [
  '../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/etc/passwd',
  'C:\\boot.ini',
  'C:evil.txt',
  '\\\\server\\share\\x',
  '....//....//x',
  '%2e%2e%2fx',
  '..%c0%afx',
  'x\u0000.txt',
  'x\r\nset-cookie: a=b',
  'x"; filename="evil.html',
  "x'; DROP TABLE documents;--",
  '\u202egnp.exe',
  'a\u2028b',
  '.htaccess',
  '.env',
  'con',
  'nul.txt',
  '<img src=x onerror=alert(1)>',
]
const names = stems.flatMap((stem) => [stem, `${stem}.png`, `folder/${stem}`, stem.repeat(10)])

it('eighty names lead nowhere: what is kept has a name of the server’s own, and theirs is shown as text (SEC-21)', async () => {
  expect(new Set(names).size).toBe(80)
  const filesOf = () => readdirSync(server.folder, { recursive: true }).sort()
  const before = filesOf()
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const shown: string[] = []
  for (const name of names) {
    const { path: address, headers } = ways.document(name)
    const added = await server.app.request(address, { method: 'POST', headers, body: 'Some words.' })
    expect([name, added.status]).toEqual([name, 201])
    const { id } = knowledgeRoutes.upload.response.parse(await added.json())
    expect(id).toMatch(/^doc_[0-9a-f]{32}$/)
    shown.push((await server.get(knowledgeRoutes.get, { cookie, params: { id } })).newest.fileName)
    const picture = ways.picture(name.slice(0, 200))
    const sent = await server.app.request(picture.path, { method: 'POST', headers: picture.headers, body: png })
    // Twenty pictures a contact are enough.
    if (sent.status !== 201) continue
    const { file } = widgetRoutes.file.response.parse(await sent.json())
    expect(file.id).toMatch(/^fil_[0-9a-f]{32}$/)
    shown.push(file.name)
  }
  for (const name of shown) {
    expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\u2028\u2029]/u)
    expect(name.length).toBeLessThanOrEqual(120)
  }
  expect(filesOf()).toEqual(before)
}, 60_000)

it('whatever is asked for by such a name answers as text or not at all, and never as a page (SEC-21)', async () => {
  for (const name of names)
    for (const address of [
      `/api/knowledge/documents/${encodeURIComponent(name)}`,
      `/api/knowledge/documents/${encodeURIComponent(name)}/versions/1`,
      `/api/widget/contacts/${visitor.id}/files/${encodeURIComponent(name)}`,
      `/${encodeURIComponent(name)}`,
      `/assets/${encodeURIComponent(name)}`,
    ]) {
      const answer = await server.app.request(address, { headers: { cookie } })
      const text = await answer.text()
      expect(text).not.toMatch(/root:.*:0:0|\[boot loader\]/)
      expect([address, answer.headers.get('x-content-type-options')]).toEqual([address, 'nosniff'])
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src/)
    }
})
