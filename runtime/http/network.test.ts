import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { serve } from '@hono/node-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StartedContact } from '../../schema/api/widget.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../testing/create-test-server.ts'
import { readFrames } from '../testing/read-frames.ts'
import { endStreams } from './sse.ts'

/** What only a real connection shows: how much is read, what happens when it is cut. */
let server: TestServer
let listening: ReturnType<typeof serve>
let url = ''
let cookie = ''
let started: StartedContact
/** The topics that are listened to, once for each listener. */
let open: string[] = []
const streams = () => open.filter((topic) => topic.startsWith('contact:')).length
beforeEach(async () => {
  server = await createTestServer()
  const done = await setUpServer(server)
  cookie = done.cookie
  await publishOnSite(server, cookie)
  started = await startContact(server, done.site.key)
  open = []
  const { bus } = server.services
  const subscribe = bus.subscribe
  bus.subscribe = (topic, act) => {
    open.push(topic)
    const end = subscribe(topic, act)
    return () => {
      open.splice(open.indexOf(topic), 1)
      end()
    }
  }
  url = await new Promise((resolve) => {
    listening = serve({ fetch: server.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
})
afterEach(async () => {
  const closed = new Promise((resolve) => listening.close(resolve))
  if ('closeAllConnections' in listening) listening.closeAllConnections()
  await closed
  await server.close()
})

const stream = (signal?: AbortSignal) =>
  fetch(`${url}/api/widget/contacts/${started.contact.id}/events`, {
    headers: { authorization: `Bearer ${started.token}`, accept: 'text/event-stream' },
    ...(signal ? { signal } : {}),
  })
const until = async (done: () => boolean) => {
  for (let count = 0; count < 200 && !done(); count++) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('the first frames come at once, and a browser that goes away leaves nothing behind', async () => {
  const cut = new AbortController()
  const began = performance.now()
  const heard = new Set<number>()
  const readings = Array.from({ length: 3 }, async (_, index) => {
    const response = await stream(cut.signal)
    await readFrames(response, (frames) => {
      if (frames.length >= started.events.length) heard.add(index)
      return false
    })
  })
  const left = Promise.allSettled(readings)
  await until(() => heard.size === 3)
  expect(performance.now() - began).toBeLessThan(2_000)
  const topics = [
    `contact:${started.contact.id}`,
    `provisional:${started.contact.id}`,
    `typing:${started.contact.id}:staff`,
  ]
  expect([...open].sort()).toEqual(topics.flatMap((topic) => [topic, topic, topic]))
  cut.abort()
  await left
  await until(() => open.length === 0)
  expect(open).toEqual([])
})

test('a connection that is cut in the middle of a request ends nothing', async () => {
  const { port } = new URL(url)
  for (const text of [
    'POST /api/widget/contacts HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"si',
    'POST /api/widget/contacts HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"si',
    'GET /api/widget HTTP/1.1\r\nhost: \r\n\r\n',
    'GET //[ HTTP/1.1\r\nhost: x\r\n\r\n',
    'GET /%zz%ff%00 HTTP/1.1\r\nhost: x:y:z\r\n\r\n',
    'NONSENSE\r\n\r\n',
    '\u0000\u0001\u0002',
  ])
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
      socket.on('error', () => {})
      socket.on('close', () => resolve())
      setTimeout(() => socket.destroy(), 50)
    })
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
})

test('a body of 200 MB is refused while it is sent, and little of it is held', async () => {
  const before = process.memoryUsage().rss
  const began = performance.now()
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_048_576
      if (sent > 200 * 1_048_576) controller.close()
      else controller.enqueue(new Uint8Array(1_048_576))
    },
  })
  const options: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signpost': '1', cookie },
    body,
    duplex: 'half',
  }
  const status = await fetch(`${url}/api/flows`, options).then(
    (response) => response.status,
    () => 'cut',
  )
  expect([413, 'cut']).toContain(status)
  expect(sent).toBeLessThan(60 * 1_048_576)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1_048_576)
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
})

test('a reader that does not read costs no memory and holds nobody up', async () => {
  const { port } = new URL(url)
  const request = `GET /api/widget/contacts/${started.contact.id}/events HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\nauthorization: Bearer ${started.token}\r\n\r\n`
  const sockets = Array.from({ length: 5 }, () => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request))
    socket.on('error', () => {})
    return socket.pause()
  })
  await until(() => streams() === 5)
  const text = 'x'.repeat(3_900)
  for (let count = 0; count < 40; count++)
    await fetch(`${url}/api/widget/contacts/${started.contact.id}/inputs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${started.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key: randomUUID(), input: { kind: 'text', text } }),
    })
  const frames = await readFrames(await stream(), (read) => read.some(({ event }) => event === 'status'))
  expect(frames.length).toBeGreaterThan(5)
  for (const socket of sockets) socket.destroy()
  await until(() => open.length === 0)
  expect(open).toEqual([])
})

test('streams end when the server stops', async () => {
  const readings = [await stream(), await stream()].map((response) => readFrames(response, () => false))
  await until(() => streams() === 2)
  endStreams()
  await Promise.all(readings)
  expect(open).toEqual([])
})
