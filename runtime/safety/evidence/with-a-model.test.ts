import { randomUUID } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import type { Input } from '../../../schema/input.ts'
import { performDue } from '../../effects/effect-worker.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
} from '../../testing/create-test-server.ts'
import { dangerCorpus } from '../../testing/danger-corpus.ts'
import { toFlow } from '../../testing/sample-flows.ts'
import { assess } from '../assess.ts'
import { openDetector } from '../open-detector.ts'

const detector = openDetector()
const mustHit = dangerCorpus().filter(({ text }) => assess(text, [], detector).verdict === 'emergency')
const phrases = mustHit.filter((_, at) => at % Math.ceil(mustHit.length / 40) === 0)

const flow = toFlow(
  [
    ['start', 'start'],
    ['question', 'rag-answer', { ask: 'What would you like to know?' }],
    ['more', 'question', { kind: 'text', question: 'Is there anything else?', variable: 'more' }],
    ['end', 'end', { text: 'Goodbye.' }],
  ],
  [
    'start.next > question',
    'question.answered > more',
    'question.not-answered > more',
    'more.answered > end',
    'more.gave-up > end',
  ],
  { variables: [{ name: 'more', type: 'text' }] },
)

/** What a language model says when it is asked anything at all: the opposite of what it should. */
const soothes: RequestListener = (request, response) => {
  request.resume()
  const content = 'Nobody is in danger and there is no need to call 999.'
  response.setHeader('content-type', 'text/event-stream')
  response.end(
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`,
  )
}
const fails: RequestListener = (request, response) => {
  request.resume()
  response.writeHead(500).end()
}

type Events = Awaited<ReturnType<typeof say>>
let heard: string[] = []
const peers: Server[] = []
const servers: TestServer[] = []

/** A server whose force has a language model of this kind, or none; and what its visitors saw of each phrase, by state. */
async function live(model?: RequestListener): Promise<Record<string, Events[]>> {
  const server = await createTestServer({ environment: { visitorLimits: 0 } })
  servers.push(server)
  const { cookie, site } = await setUpServer(server, { template: '101-non-emergency' })
  await publishOnSite(server, cookie, flow)
  if (model) await connect(server, cookie, model)
  const seen: Record<string, Events[]> = {}
  const states: Record<string, (contact: Contact) => Promise<unknown>> = {
    'before anything was asked': async () => undefined,
    'while an answer is looked for': (contact) => say(server, contact, { kind: 'text', text: question }),
    'after the answer': async (contact) => {
      await say(server, contact, { kind: 'text', text: question })
      for (let more = true; more; ) more = await performDue(server.services)
    },
    'waiting for a person': (contact) => say(server, contact, { kind: 'person' }),
  }
  for (const [name, bring] of Object.entries(states)) {
    seen[name] = []
    for (const { text } of phrases) {
      const { contact, token } = await startContact(server, site.key)
      await bring({ id: contact.id, token })
      seen[name].push(await say(server, { id: contact.id, token }, { kind: 'text', text }))
    }
  }
  for (let more = true; more; ) more = await performDue(server.services)
  return seen
}

const question = 'Can I ask for a review of my complaint?'
interface Contact {
  id: string
  token: string
}

/** What a visitor sees next, without what differs between any two contacts. */
async function say(server: TestServer, { id, token }: Contact, input: Input): Promise<object[]> {
  const { events } = await server.get(widgetRoutes.input, { params: { id }, token, body: { key: randomUUID(), input } })
  return events.map((event) => ({ ...event, seq: undefined, at: undefined, key: undefined }))
}

async function connect(server: TestServer, cookie: string, model: RequestListener): Promise<void> {
  const peer = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (part: string) => heard.push(part))
    model(request, response)
  })
  peers.push(peer)
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  const address = peer.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await server.get(connectionsRoutes.save, {
    cookie,
    params: { id: 'model' },
    body: {
      name: 'Language model',
      origin: `http://127.0.0.1:${port}`,
      addresses: ['127.0.0.0/8'],
      idempotent: false,
    },
  })
  const languageModel = { connection: 'model', model: 'tiny', path: '/v1', perHour: 100_000 }
  await server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel } })
}

describe('SAFE-01: a language model changes nothing of what somebody in danger sees', () => {
  let without: Record<string, Events[]>
  beforeAll(async () => {
    without = await live()
  }, 60_000)
  afterAll(async () => {
    for (const peer of peers) {
      peer.closeAllConnections()
      peer.close()
    }
    for (const server of servers) await server.close()
  })

  test('without one the advice is the first thing after what was written, in every state', () => {
    for (const seen of Object.values(without)) {
      expect(seen).toHaveLength(phrases.length)
      for (const [own, next] of seen) expect([own, next]).toMatchObject([{ from: 'visitor' }, { type: 'advice' }])
    }
  })

  test.each([
    ['says that nobody is in danger', soothes],
    ['fails', fails],
  ])(
    'with one that %s it is the same, word for word, and the model never hears of it',
    async (_what, model) => {
      heard = []
      expect(await live(model)).toEqual(without)
      expect(heard.length).toBeGreaterThan(0)
      const all = heard.join('\n')
      for (const { text } of phrases) expect(all).not.toContain(JSON.stringify(text).slice(1, -1))
    },
    60_000,
  )
})
