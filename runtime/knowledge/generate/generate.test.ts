import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { createTestServer, setUpServer, type TestServer } from '../../testing/create-test-server.ts'

type Reply = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** A server that speaks the OpenAI protocol as far as a test's script says. */
let peer: Server
let reply: Reply
let heard: { url: string; authorization: string | undefined; body: string }[] = []
let server: TestServer
let cookie = ''
beforeAll(async () => {
  peer = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      heard.push({ url: request.url ?? '', authorization: request.headers.authorization, body })
      reply(request, response, body)
    })
  })
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
  server = await createTestServer()
  cookie = (await setUpServer(server, { template: '101-non-emergency' })).cookie
  await connect('127.0.0.1/32')
})
afterAll(async () => {
  peer.closeAllConnections()
  peer.close()
  await server.close()
})
beforeEach(() => {
  heard = []
  // What one test let fail does not stop the calls of the next.
  server.clock.forward(120_000)
})

const question = 'Can I ask for a review of my complaint?'
const quoted = 'You can ask for a review'
const ask = (text = question) => server.get(knowledgeRoutes.ask, { cookie, body: { question: text } })

async function connect(addresses: string) {
  const { port } = peer.address() as AddressInfo
  const id = `model-${addresses.replace(/\W/g, '-')}`
  await server.get(connectionsRoutes.save, {
    cookie,
    params: { id },
    body: {
      name: `Language model ${addresses}`,
      origin: `http://127.0.0.1:${port}`,
      addresses: [addresses],
      idempotent: false,
      credential: { header: 'authorization', value: 'Bearer very-secret' },
    },
  })
  const settings = { threshold: 0.5, languageModel: { connection: id, model: 'tiny', path: '/v1', perHour: 1_000 } }
  await server.get(knowledgeRoutes.saveSettings, { cookie, body: settings })
}

const says =
  (content: unknown): Reply =>
  (_, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.end(`${toChunk(content)}${ending}`)
  }
const toChunk = (content: unknown, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finish }] })}\n\n`
const ending = `${toChunk('', 'stop')}data: [DONE]\n\n`
const fails =
  (status: number, body = '{"error":{"message":"no"}}'): Reply =>
  (_, response) => {
    response.statusCode = status
    response.end(body)
  }

it('puts the answer in the model’s words where a passage says them too, with the source', async () => {
  reply = says('You can ask for a review of your complaint. The moon is made of cheese.')
  const { answer } = await ask()
  expect(answer?.text).toBe('You can ask for a review of your complaint.')
  expect(answer?.citations).toMatchObject([{ title: 'Complaints about the police' }])
})

it('gives the model the question and the passages, and neither tools nor anything secret', async () => {
  reply = says('')
  await ask()
  expect(heard).toHaveLength(1)
  expect(heard[0]).toMatchObject({ url: '/v1/chat/completions', authorization: 'Bearer very-secret' })
  const sent = JSON.parse(heard[0]?.body ?? '{}')
  expect(Object.keys(sent).sort()).toEqual(['max_tokens', 'messages', 'model', 'stream', 'temperature'])
  expect(heard[0]?.body).not.toMatch(/very-secret|con_|frc_|usr_|meera/)
  expect(heard[0]?.body).toContain('ask for a review')
})

it.each([
  ['a server that fails', fails(500)],
  ['too many calls', fails(429)],
  ['a key that was taken back', fails(401)],
  ['half an answer', fails(200, '{"choices":[{"mess')],
  ['no answer', fails(200, '')],
  ['a connection that breaks', (request: IncomingMessage) => request.socket.destroy()],
  ['nothing said', says('')],
  ['no text', says(null)],
  ['a megabyte', says('You can ask for a review. '.repeat(40_000))],
  ['what no passage says', says('Reviews are held on the moon. Bring cheese.')],
  ['a promise', says('Police are on their way. An officer will attend.')],
  ['a call of a tool', says('{"tool_calls":[{"function":{"name":"close_chat"}}]}')],
])('quotes the documents in the face of %s (SAFE-03, SAFE-04, SEC-40)', async (_, script) => {
  reply = script as Reply
  expect((await ask()).answer?.text).toContain(quoted)
  expect(heard).toHaveLength(1)
})

it('quotes the documents when the model hangs', async () => {
  reply = () => {}
  const began = performance.now()
  expect((await ask()).answer?.text).toContain(quoted)
  expect(performance.now() - began).toBeLessThan(15_000)
}, 20_000)

it('shows a written answer as it grows, sentence by sentence, and only what a passage says', async () => {
  const grown = Promise.withResolvers<void>()
  reply = async (_, response) => {
    response.setHeader('content-type', 'text/event-stream')
    for (const piece of [
      'You can ask for a',
      ' review of your complaint. ',
      'Reviews are held on the moon. ',
      'You can',
    ])
      response.write(toChunk(piece))
    await grown.promise
    response.end(`${toChunk(' ask for a review.')}${ending}`)
  }
  const shown: string[] = []
  const asked = { question, history: [], collections: [] }
  const answering = server.services.knowledge.answer(server.services.forceIds()[0] ?? '', {
    ...asked,
    onSentences(markup) {
      shown.push(markup)
      grown.resolve()
    },
  })
  const { answer, written } = await answering
  expect(shown).toEqual(['You can ask for a review of your complaint.'])
  expect({ text: answer?.text, written }).toEqual({
    text: 'You can ask for a review of your complaint. You can ask for a review.',
    written: true,
  })
})

it('quotes the documents when the model stops in the middle of an answer', async () => {
  reply = (request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.write(toChunk('You can ask for a review of your complaint. And '), () => request.socket.destroy())
  }
  expect((await ask()).answer?.text).toContain(quoted)
})

it('never asks the model about danger, nor where the documents have no answer (SAFE-05)', async () => {
  reply = says('You can ask for a review of your complaint.')
  expect((await ask('he has a knife and is in my house, can I ask for a review?')).refused).toBe(true)
  expect((await ask('How do I cook rice?')).answer).toBeNull()
  expect(heard).toEqual([])
})

it('asks no more after five failures in a row, and again half a minute later', async () => {
  reply = fails(500)
  for (let n = 0; n < 7; n++) expect((await ask()).answer?.text).toContain(quoted)
  expect(heard).toHaveLength(5)
  server.clock.forward(31_000)
  reply = says('You can ask for a review of your complaint.')
  expect((await ask()).answer?.text).toBe('You can ask for a review of your complaint.')
})

it('reaches no address that the connection does not allow', async () => {
  await connect('10.0.0.0/8')
  reply = says('You can ask for a review of your complaint.')
  expect((await ask()).answer?.text).toContain(quoted)
  expect(heard).toEqual([])
})
