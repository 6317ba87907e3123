import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import { performDue } from '../../effects/effect-worker.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../../testing/create-test-server.ts'
import { toFlow } from '../../testing/sample-flows.ts'

/** Fifty visitors ask at once while the force's language model is in trouble of one kind or another. */
const visitors = 50
/** How long a visitor waits for something to read at most, in milliseconds. */
const longest = 8_000
const flow = toFlow(
  [
    ['start', 'start'],
    ['question', 'rag-answer', { ask: 'What would you like to know?' }],
    ['end', 'end', { text: 'Goodbye.' }],
  ],
  ['start.next > question', 'question.answered > end', 'question.not-answered > end'],
)
type Reply = (request: IncomingMessage, response: ServerResponse) => void

let peer: Server
let reply: Reply
let calls = 0
/** How long each call of the model was waited for, in milliseconds: what a visitor waits for is this and a quotation. */
let waited: number[] = []
let server: TestServer
let cookie = ''
let siteKey = ''
beforeAll(async () => {
  peer = createServer((request, response) => {
    calls++
    const began = performance.now()
    response.on('close', () => waited.push(performance.now() - began))
    request.resume()
    request.on('end', () => reply(request, response))
  })
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  server = await createTestServer({ environment: { visitorLimits: 0 } })
  const done = await setUpServer(server, { template: '101-non-emergency' })
  cookie = done.cookie
  siteKey = done.site.key
  await publishOnSite(server, cookie, flow)
})
afterAll(async () => {
  peer.closeAllConnections()
  peer.close()
  await server.close()
})
beforeEach(() => {
  calls = 0
  waited = []
  server.clock.forward(120_000)
})

async function connect(origin: string) {
  await server.get(connectionsRoutes.save, {
    cookie,
    params: { id: 'model' },
    body: { name: 'Language model', origin, addresses: ['127.0.0.0/8'], idempotent: false },
  })
  const languageModel = { connection: 'model', model: 'tiny', path: '/v1', perHour: 100_000 }
  await server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel } })
}
const origin = () => `http://127.0.0.1:${(peer.address() as AddressInfo).port}`

const toChunk = (content: string) =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] })}\n\n`
const status =
  (code: number): Reply =>
  (_, response) =>
    response.writeHead(code).end('{"error":{"message":"no"}}')
/** Slower than anybody reads: each second one letter of a sentence that would hold. */
const drip: Reply = (request, response) => {
  response.setHeader('content-type', 'text/event-stream')
  const letters = [...'You can ask for a review of your complaint.']
  const timer = setInterval(() => response.write(toChunk(letters.shift() ?? '.')), 1_000)
  request.socket.on('close', () => clearInterval(timer))
}

it.each<[string, Reply, (() => string)?]>([
  ['fails with 500', status(500)],
  ['has had too many calls', status(429)],
  ['takes the key no more', status(401)],
  ['hangs up', (request) => request.socket.destroy()],
  ['has no address', status(500), () => 'http://nobody.invalid'],
  ['speaks no TLS', status(500), () => origin().replace('http:', 'https:')],
  ['gives half of an answer', (_, response) => response.end('{"choices":[{"mess')],
  ['says nothing at all', () => {}],
  ['writes a letter a second', drip],
])(
  'fifty visitors read an answer with its source within eight seconds though the model %s (SAFE-03)',
  async (_what, script, place = origin) => {
    reply = script
    await connect(place())
    const contacts = await Promise.all(
      Array.from({ length: visitors }, async () => {
        const { contact, token } = await startContact(server, siteKey)
        const text = 'Can I ask for a review of my complaint?'
        await server.get(widgetRoutes.input, {
          params: { id: contact.id },
          token,
          body: { key: randomUUID(), input: { kind: 'text', text } },
        })
        return { id: contact.id, token }
      }),
    )
    for (let more = true; more; ) more = await performDue(server.services)
    expect(Math.max(0, ...waited)).toBeLessThan(longest)
    for (const { id, token } of contacts) {
      const { events } = await server.get(widgetRoutes.events, { params: { id }, token })
      const answer = events.find((event) => event.type === 'message' && event.citations !== undefined)
      expect(answer).toMatchObject({ text: expect.stringContaining('You can ask for a review') })
      // Nobody is stuck: the conversation went on to its end.
      expect(events.some((event) => event.type === 'message' && event.text === 'Goodbye.')).toBe(true)
    }
    // After the first calls that failed nobody is made to wait for the next.
    expect(calls).toBeLessThanOrEqual(16)
  },
  60_000,
)
