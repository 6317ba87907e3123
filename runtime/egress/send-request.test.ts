import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { connect, createServer as createTcpServer, type Server as TcpServer } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** What every name resolves to in these tests; without an entry nothing does. */
const names = vi.hoisted(() => new Map<string, { address: string; family: number }[]>())
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>()
  const lookup = (host: string, _options: object, done: (error: Error | null, addresses?: unknown) => void) => {
    const found = names.get(host)
    setImmediate(() => (found ? done(null, found) : done(new Error(`getaddrinfo ENOTFOUND ${host}`))))
  }
  return { ...dns, lookup }
})

import { type OutgoingRequest, sendRequest, toUrl } from './send-request.ts'

const open: (Server | TcpServer)[] = []
afterEach(async () => {
  names.clear()
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A server on the loopback address that keeps what it is sent. */
async function listen(answer: RequestListener) {
  const seen: { request: IncomingMessage; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      seen.push({ request, body })
      answer(request, response)
    })
  })
  open.push(server)
  return { port: await start(server), seen }
}
function start(server: Server | TcpServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}
const outgoing = (more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  method: 'GET',
  path: ['reports'],
  query: {},
  timeoutMs: 2_000,
  ...more,
})
const loopback = (port: number, host = '127.0.0.1') => ({
  origin: `http://${host}:${port}`,
  addresses: ['127.0.0.0/8'],
})

it('sends what it is given, and brings back what is answered', async () => {
  const { port, seen } = await listen((_request, response) => response.writeHead(201).end('{"id":"R1"}'))
  const destination = { ...loopback(port), credential: { header: 'x-api-key', value: 'secret' } }
  const sent = await sendRequest(
    destination,
    outgoing({
      method: 'POST',
      path: ['reports', 'a b'],
      query: { q: 'x&y' },
      body: { text: 'ŵ' },
      idempotencyKey: 'k1',
    }),
  )
  expect(sent).toEqual({ kind: 'answer', status: 201, body: { id: 'R1' } })
  const [{ request, body } = {}] = seen
  expect(request?.method).toBe('POST')
  expect(request?.url).toBe('/reports/a%20b?q=x%26y')
  expect(request?.headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': 'k1',
    'x-api-key': 'secret',
  })
  expect(body).toBe('{"text":"ŵ"}')
})

it('brings back text that is not JSON as text', async () => {
  const { port } = await listen((_request, response) => response.end('<b>hello'))
  expect(await sendRequest(loopback(port), outgoing())).toEqual({ kind: 'answer', status: 200, body: '<b>hello' })
})

it.each([301, 302, 303, 307, 308])('does not follow a redirect with status %i (SEC-03)', async (status) => {
  const canary = await listen((_request, response) => response.end('reached'))
  const { port } = await listen((_request, response) =>
    response.writeHead(status, { location: `http://127.0.0.1:${canary.port}/` }).end(),
  )
  const destination = { ...loopback(port), credential: { header: 'authorization', value: 'Bearer secret' } }
  expect(await sendRequest(destination, outgoing({ method: 'POST', body: {} }))).toMatchObject({
    kind: 'answer',
    status,
  })
  expect(canary.seen).toEqual([])
})

it('reads no more than a megabyte of an answer', async () => {
  let written = 0
  const { port } = await listen((_request, response) => {
    const part = Buffer.alloc(65_536, 'x')
    const write = () => {
      while (written < 50_000_000 && !response.destroyed) {
        written += part.length
        if (!response.write(part)) {
          response.once('drain', write)
          return
        }
      }
      response.end()
    }
    response.on('error', () => {})
    write()
  })
  const sent = await sendRequest(loopback(port), outgoing())
  expect(sent).toMatchObject({
    kind: 'failure',
    reason: 'unreachable',
    sent: true,
    message: 'The answer is larger than 1024 kB.',
  })
  expect(written).toBeLessThan(20_000_000)
})

describe('a request that takes too long', () => {
  it('was perhaps seen, where the far side is silent', async () => {
    const { port } = await listen(() => {})
    const from = performance.now()
    expect(await sendRequest(loopback(port), outgoing({ timeoutMs: 200 }))).toMatchObject({
      kind: 'failure',
      reason: 'timeout',
      sent: true,
    })
    expect(performance.now() - from).toBeLessThan(1_500)
  })

  it('was perhaps seen, where the answer stops in the middle', async () => {
    const { port } = await listen((_request, response) => response.write('{"id":'))
    expect(await sendRequest(loopback(port), outgoing({ timeoutMs: 200 }))).toMatchObject({
      kind: 'failure',
      reason: 'timeout',
      sent: true,
    })
  })

  it('was not seen, where the name is never found', async () => {
    names.set('empty.example', [])
    expect(await sendRequest({ origin: 'http://empty.example', addresses: [] }, outgoing())).toMatchObject({
      kind: 'failure',
      reason: 'unreachable',
      sent: false,
    })
    expect(
      await sendRequest({ origin: 'http://gone.example', addresses: [] }, outgoing({ timeoutMs: 200 })),
    ).toMatchObject({ kind: 'failure', reason: 'unreachable', sent: false })
  })
})

it('was not seen, where nothing listens', async () => {
  const server = createTcpServer()
  const port = await start(server)
  await new Promise((resolve) => server.close(resolve))
  expect(await sendRequest(loopback(port), outgoing())).toMatchObject({
    kind: 'failure',
    reason: 'unreachable',
    sent: false,
  })
})

it('was perhaps seen, where the far side hangs up', async () => {
  const server = createTcpServer((socket) => {
    socket.once('data', () => socket.destroy())
    socket.on('error', () => {})
  })
  open.push(server)
  expect(await sendRequest(loopback(await start(server)), outgoing())).toMatchObject({
    kind: 'failure',
    reason: 'unreachable',
    sent: true,
  })
})

describe('the address is checked on what a name resolves to (SEC-01, SEC-03)', () => {
  /** A server on every loopback address that must never be connected to. */
  async function canary() {
    let connects = 0
    const server = createTcpServer((socket) => {
      connects++
      socket.destroy()
    })
    open.push(server)
    return { port: await start(server), connects: () => connects }
  }
  const refused = { kind: 'failure', reason: 'refused', sent: false }

  it('connects where every address lies in the connection’s ranges', async () => {
    const { port } = await listen((_request, response) => response.end('{}'))
    names.set('rms.example', [{ address: '127.0.0.1', family: 4 }])
    expect(await sendRequest(loopback(port, 'rms.example'), outgoing())).toMatchObject({ kind: 'answer', status: 200 })
  })

  it.each([
    ['loopback', [{ address: '127.0.0.1', family: 4 }]],
    ['loopback in IPv6', [{ address: '::1', family: 6 }]],
    ['mapped loopback', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['a private address', [{ address: '10.0.0.1', family: 4 }]],
    ['the metadata service', [{ address: '169.254.169.254', family: 4 }]],
    [
      'one public and one private address',
      [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    ],
  ])('refuses a name that resolves to %s', async (_what, addresses) => {
    const { port, connects } = await canary()
    names.set('evil.example', addresses)
    expect(
      await sendRequest(
        { origin: `http://evil.example:${port}`, addresses: [] },
        outgoing({ method: 'POST', body: {} }),
      ),
    ).toMatchObject(refused)
    expect(connects()).toBe(0)
  })

  it('judges every connection anew, so that an answer that changes leads nowhere', async () => {
    const { port, connects } = await canary()
    for (let count = 0; count < 50; count++) {
      names.set('flip.example', [{ address: count % 2 === 0 ? '127.0.0.1' : '::1', family: count % 2 === 0 ? 4 : 6 }])
      expect(
        await sendRequest({ origin: `http://flip.example:${port}`, addresses: ['93.184.216.0/24'] }, outgoing()),
      ).toMatchObject(refused)
    }
    expect(connects()).toBe(0)
  })

  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.0.0.1',
    '127。0。0。1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[::]',
    '0',
    '0.0.0.0',
    'user:pass@127.0.0.1',
  ])('refuses %s as an origin without connecting', async (host) => {
    const { port, connects } = await canary()
    expect(await sendRequest({ origin: `http://${host}:${port}`, addresses: [] }, outgoing())).toMatchObject(refused)
    expect(connects()).toBe(0)
  })

  it.each([
    'ftp://a.example',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:alert(1)',
    'gopher://127.0.0.1:70',
    'blob:http://127.0.0.1/x',
    'ws://a.example',
    'unix:/var/run/docker.sock',
    'dict://127.0.0.1',
    'about:blank',
    '',
    '//127.0.0.1',
    '127.0.0.1',
    'http://',
    'http://[fe80::1%25eth0]',
    'http://a b',
  ])('refuses %j as an origin', async (origin) => {
    expect(await sendRequest({ origin, addresses: [] }, outgoing())).toMatchObject(refused)
  })

  it('has a canary that would notice', async () => {
    const { port, connects } = await canary()
    await new Promise((resolve) =>
      connect(port, '127.0.0.1')
        .on('error', () => {})
        .on('close', resolve),
    )
    expect(connects()).toBe(1)
  })
})

describe('what visitors write stays in its place of the address (SEC-02)', () => {
  const base = { origin: 'https://rms.example/ignored?x=1#y', addresses: [] }
  const tricks = [
    '../admin',
    '..%2fadmin',
    '%2e%2e',
    '%2e%2e%2f',
    '//evil.example',
    '\\\\evil.example',
    '/etc',
    '?admin=1',
    '#x',
    ';x=1',
    'a/b',
    'a\\b',
    'a\r\nX-Evil: 1',
    'a\nb',
    '\u0000',
    'http://evil.example',
    '@evil.example',
    ':80',
    'ŵ',
    '{"a":1}',
    '"',
    "'",
    '<x>',
    '%',
    '%zz',
    '+',
    ' a ',
    '.a',
    '..a',
    '...',
    '&x=1',
    '=',
    '*',
    '~',
    '\u202e',
    '。。',
    '．．',
    '%c0%ae%c0%ae',
    '::1',
    'a'.repeat(2_000),
  ]
  it.each(tricks)('keeps %j one segment', (segment) => {
    const url = toUrl(base, { path: ['reports', segment, 'end'], query: { q: segment } })
    expect(url?.origin).toBe('https://rms.example')
    const parts = url?.pathname.split('/') ?? []
    expect(parts.length).toBe(4)
    expect([parts[1], decodeURIComponent(parts[2] ?? ''), parts[3]]).toEqual(['reports', segment, 'end'])
    expect([...(url?.searchParams ?? [])]).toEqual([['q', segment]])
    expect([url?.hash, url?.username, url?.password]).toEqual(['', '', ''])
  })

  it.each(['', ' ', '.', '..', ' .. ', '\t.', '\u00a0..', '\ud800', 'a\udfff'])(
    'refuses %j, which is no segment',
    async (segment) => {
      expect(toUrl(base, { path: ['reports', segment], query: {} })).toBeUndefined()
      expect(await sendRequest(base, outgoing({ path: [segment] }))).toMatchObject({
        kind: 'failure',
        reason: 'refused',
        sent: false,
      })
    },
  )

  it('cannot be made to send another header by a value', async () => {
    const { port, seen } = await listen((_request, response) => response.end('{}'))
    const sent = await sendRequest(
      { ...loopback(port), credential: { header: 'x-key', value: 'a\r\nx-evil: 1' } },
      outgoing({ idempotencyKey: 'k' }),
    )
    expect(sent).toMatchObject({ kind: 'failure', sent: false })
    expect(seen).toEqual([])
  })

  it('sends a body as JSON, whatever is in it', async () => {
    const { port, seen } = await listen((_request, response) => response.end('{}'))
    const body = { text: '"}, "admin": true, {"x": "\r\n\u0000\u2028' }
    await sendRequest(loopback(port), outgoing({ method: 'POST', body }))
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(body)
  })

  it('never throws, even where the body cannot be written', async () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(await sendRequest(loopback(1), outgoing({ method: 'POST', body: circle }))).toMatchObject({
      kind: 'failure',
      sent: false,
    })
  })
})
