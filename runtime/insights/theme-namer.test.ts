import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { insightsRoutes } from '../../schema/api/insights.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'

/** A server that speaks the OpenAI protocol as far as a test's script says. */
let peer: Server
let reply: (response: ServerResponse) => void
let heard: string[] = []
let server: TestServer
let cookie = ''
const day = '2026-11-20'
/** Read from the last to the first. */
const comments = [
  'far too long a wait for a person',
  'a long wait until a person joined',
  'such a long wait, no person came',
  'Sarah got my reference number quickly',
  'The reference number came at once',
  'A reference number, thank you. 07700 900123',
]

beforeAll(async () => {
  peer = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      heard.push(body)
      reply(response)
    })
  })
  await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
})
beforeEach(async () => {
  heard = []
  server = await createTestServer()
  cookie = (await setUpServer(server)).cookie
  await write(comments)
  return () => server.close()
})
afterAll(() => {
  peer.closeAllConnections()
  peer.close()
})

async function write(texts: readonly string[]) {
  await server.services.db.write(async (tx) => {
    for (const [index, comment] of texts.entries())
      await tx.run(
        `INSERT INTO ratings (id, force_id, flow_id, flow_version, department, intent, day, csat, nps, comment)
         VALUES (?, ?, 'flow', 1, 'neighbourhood', NULL, ?, 4, NULL, ?)`,
        [`rat_${index}_${texts.length}`, server.services.forceIds()[0] ?? '', day, comment],
      )
  })
}

async function connect({ nameThemes = true, addresses = ['127.0.0.1/32'] } = {}) {
  const address = peer.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await server.get(connectionsRoutes.save, {
    cookie,
    params: { id: 'model' },
    body: { name: 'Language model', origin: `http://127.0.0.1:${port}`, addresses, idempotent: false },
  })
  const languageModel = { connection: 'model', model: 'tiny', path: '/v1', perHour: 1_000, nameThemes }
  await server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel } })
}

const themes = () => server.get(insightsRoutes.commentThemes, { cookie, query: { from: day, to: day } })
const namesOf = ({ themes: found }: Awaited<ReturnType<typeof themes>>) =>
  found.map(({ name, by }) => `${name} (${by})`)

/** Looks until nothing is asked for any more, as the page does. */
async function settled() {
  await themes()
  return vi.waitFor(async () => {
    const found = await themes()
    expect(found.naming).toBe(false)
    return found
  })
}

const says = (content: string) => (response: ServerResponse) => {
  const chunk = (text: string, finish: string | null) =>
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta: { role: 'assistant', content: text }, finish_reason: finish }] })}\n\n`
  response.setHeader('content-type', 'text/event-stream')
  response.end(`${chunk(content, null)}${chunk('', 'stop')}data: [DONE]\n\n`)
}

const own = ['Number, reference (words)', 'Long, person, wait (words)']

it('shows the names of a language model that the comments bear out, once they are there', async () => {
  await connect()
  reply = says('Group 1: Reference number\n2. “Long wait for a person”')
  const first = await themes()
  expect(first.naming).toBe(true)
  expect(namesOf(first).toSorted()).toEqual(own.toSorted())
  expect(namesOf(await settled())).toEqual(['Reference number (model)', 'Long wait for a person (model)'])
  await settled()
  expect(heard).toHaveLength(1)
})

it('refuses the names of a model that lies, and does not ask it again', async () => {
  await connect()
  reply = says('1: Racist officers\n2: A great wait for a person\n3: Long wait')
  expect(namesOf(await settled()).toSorted()).toEqual(own.toSorted())
  await settled()
  expect(heard).toHaveLength(1)
})

it('refuses one name for two themes', async () => {
  await connect()
  reply = says('1: Reference number\n2: Reference number')
  expect(namesOf(await settled())).toEqual(['Reference number (model)', own[1]])
})

it('sends shared words of comments, and nothing that one visitor says or that tells of danger', async () => {
  await connect()
  await write(['a long wait for a person and he has a knife and is in my house now'])
  reply = says('')
  await settled()
  expect(heard).toHaveLength(1)
  const sent = JSON.parse(heard[0] ?? '{}')
  expect(Object.keys(sent).sort()).toEqual(['max_tokens', 'messages', 'model', 'stream', 'temperature'])
  expect(heard[0]).toContain('a long wait until a person')
  expect(heard[0]).not.toContain('he has')
  expect(heard[0]).not.toMatch(/Sarah|07700|900123|knife|house|rat_|frc_|flow|neighbourhood|2026/)
})

it.each([
  ['fails', (response: ServerResponse) => response.writeHead(500).end('{"error":{"message":"no"}}')],
  ['breaks the connection', (response: ServerResponse) => void response.destroy()],
  ['answers what is no list', says('I cannot help with that.')],
])('keeps its own names where the model %s', async (_, script) => {
  await connect()
  reply = script
  expect(namesOf(await settled()).toSorted()).toEqual(own.toSorted())
  await settled()
  expect(heard).toHaveLength(1)
})

it('never waits for the model, and asks again some minutes after a failure', async () => {
  await connect()
  const hanging: ServerResponse[] = []
  reply = (response) => void hanging.push(response)
  expect(namesOf(await themes()).toSorted()).toEqual(own.toSorted())
  await vi.waitFor(() => expect(hanging).toHaveLength(1))
  expect((await themes()).naming).toBe(true)
  hanging[0]?.destroy()
  await settled()
  expect(heard).toHaveLength(1)
  reply = says('1: Reference number')
  server.clock.forward(301_000)
  expect(namesOf(await settled())).toContain('Reference number (model)')
})

it('asks nobody where naming is off, or where the connection does not allow the address', async () => {
  reply = says('1: Reference number')
  expect((await themes()).naming).toBe(false)
  await connect({ nameThemes: false })
  expect((await themes()).naming).toBe(false)
  await connect({ addresses: ['10.0.0.0/8'] })
  expect(namesOf(await settled()).toSorted()).toEqual(own.toSorted())
  expect(heard).toEqual([])
})
