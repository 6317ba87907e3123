import { randomUUID } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import { performDue } from '../../effects/effect-worker.ts'
import { readEnvironment } from '../../env.ts'
import { createBus } from '../../events/bus.ts'
import { createApp } from '../../http/create-app.ts'
import { openServices } from '../../open-services.ts'
import type { Services } from '../../services.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../../testing/create-test-server.ts'
import { readFrames } from '../../testing/read-frames.ts'
import { toFlow } from '../../testing/sample-flows.ts'
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts'
import { createProvisionalAnswers } from './provisional-answers.ts'

describe('an answer that a model writes for a visitor whose stream another process holds', () => {
  let postgres: TestPostgres
  let peer: Server
  let writing: ServerResponse | undefined
  let server: TestServer
  let other: Services
  let siteKey = ''
  beforeAll(async () => {
    peer = createServer((request, response) => {
      request.resume()
      response.setHeader('content-type', 'text/event-stream')
      writing = response
    })
    await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve))
    postgres = await startPostgres()
    const databaseUrl = await postgres.createDatabase()
    server = await createTestServer({ databaseUrl })
    const { cookie, site } = await setUpServer(server, { template: '101-non-emergency' })
    siteKey = site.key
    await publishOnSite(server, cookie, flow)
    const { port } = peer.address() as AddressInfo
    const model = { name: 'Model', origin: `http://127.0.0.1:${port}`, addresses: ['127.0.0.1/32'], idempotent: false }
    await server.get(connectionsRoutes.save, { cookie, params: { id: 'model' }, body: model })
    const languageModel = { connection: 'model', model: 'tiny', path: '/v1', perHour: 100 }
    await server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel } })
    other = await openServices(
      { ...readEnvironment({ DATA_DIR: server.folder, LOG_LEVEL: 'silent' }), databaseUrl },
      { workers: false, clock: server.clock },
    )
  })
  afterAll(async () => {
    peer.closeAllConnections()
    peer.close()
    await other.close()
    await server.close()
    await postgres.stop()
  })

  const flow = toFlow(
    [
      ['start', 'start'],
      ['question', 'rag-answer', { ask: 'What would you like to know?' }],
      ['end', 'end', { text: 'Goodbye.' }],
    ],
    ['start.next > question', 'question.answered > end', 'question.not-answered > end'],
  )
  const say = (content: string) =>
    writing?.write(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] })}\n\n`,
    )

  it('is shown there sentence by sentence, and goes when the answer is final', async () => {
    const { contact, token } = await startContact(server, siteKey)
    const at = { params: { id: contact.id }, token }
    const input = { kind: 'text', text: 'Can I ask for a review of my complaint?' }
    await server.get(widgetRoutes.input, { ...at, body: { key: randomUUID(), input } })
    const stream = await createApp(other, server.environment).request(
      ...toRequest(widgetRoutes.events, { ...at, headers: { accept: 'text/event-stream' } }),
    )
    const shown: string[] = []
    const reading = readFrames(stream, (frames) => {
      const drafts = frames.filter(({ event }) => event === 'provisional').map(({ data }) => String(JSON.parse(data)))
      shown.splice(0, shown.length, ...drafts)
      return frames.some(({ data }) => data.includes('Goodbye.')) && drafts.at(-1) === ''
    })
    const performing = performDue(server.services)
    await expect.poll(() => writing !== undefined).toBe(true)
    say('You can ask for a review of your complaint. Reviews are held on the moon. ')
    say('You can')
    await expect.poll(() => shown).toEqual(['You can ask for a review of your complaint.'])
    say(' ask for a review.')
    writing?.end('data: [DONE]\n\n')
    await performing
    await reading
    expect(shown).toEqual(['You can ask for a review of your complaint.', ''])
  }, 20_000)

  it('is carried as it stands, and left out where it is longer than the database carries', async () => {
    const heard: string[] = []
    const here = createProvisionalAnswers(createBus(server.services.db))
    const there = createProvisionalAnswers(createBus(other.db)).follow('ctc_1', () => heard.push(there.markup()))
    here.set('ctc_1', 'Two  words, “quoted”.')
    await expect.poll(() => heard).toEqual(['Two  words, “quoted”.'])
    here.set('ctc_1', 'x'.repeat(9_000))
    here.end('ctc_1')
    await expect.poll(() => heard).toEqual(['Two  words, “quoted”.', ''])
  })
})

it('takes no older state of an answer for a newer one, in whatever order they are heard', () => {
  const acts: ((words: string) => void)[] = []
  const said: string[] = []
  const bus = {
    publish: (_topic: string, words = '') => void said.push(words),
    subscribe: (_topic: string, act: (words: string) => void) => {
      acts.push(act)
      return () => {}
    },
  }
  const answers = createProvisionalAnswers(bus)
  const following = createProvisionalAnswers(bus).follow('ctc_1', () => {})
  answers.set('ctc_1', 'One.')
  answers.set('ctc_1', 'One. Two.')
  answers.end('ctc_1')
  for (const words of [said[2], said[0], said[1], 'nonsense', '']) for (const act of acts) act(words ?? '')
  expect(following.markup()).toBe('')
})
