import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectionsRoutes } from '../../../schema/api/connections.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { parseMarkup } from '../../../schema/markup.ts'
import { createTestServer, setUpServer, type TestServer } from '../../testing/create-test-server.ts'
import { readWaiting } from '../documents/reading-worker.ts'
import { hostileAddresses } from '../testing/hostile-addresses.ts'
import { startObedientModel } from '../testing/start-obedient-model.ts'

/** Every form of an address, in documents of three kinds that somebody approved without looking, and a model that says it. */
const animals = 'kestrel quokka axolotl pangolin narwhal lemur capybara ocelot wombat puffin badger heron'.split(' ')
const places = 'register stable archive parade garage museum larder attic cellar kennel'.split(' ')
const things = animals.flatMap((animal) => places.map((place) => `${animal} ${place}`))
const kinds = {
  md: (thing: string, text: string) => `## The ${thing}\n\n${text}\n\n`,
  txt: (thing: string, text: string) => `The ${thing}\n\n${text}\n\n`,
  html: (thing: string, text: string) => `<h2>The ${thing}</h2><p>${text}</p>`,
}

let model: Awaited<ReturnType<typeof startObedientModel>>
let server: TestServer
let cookie = ''
beforeAll(async () => {
  model = await startObedientModel(hostileAddresses)
  server = await createTestServer()
  cookie = (await setUpServer(server, { template: '101-non-emergency' })).cookie
  await server.get(connectionsRoutes.save, {
    cookie,
    params: { id: 'model' },
    body: {
      name: 'Language model',
      origin: model.url,
      addresses: ['127.0.0.1/32'],
      idempotent: false,
      credential: null,
    },
  })
})
afterAll(async () => {
  model.close()
  await server.close()
})

async function upload(kind: keyof typeof kinds): Promise<string> {
  const text = hostileAddresses
    .map((form, at) => {
      const thing = things[at] ?? ''
      return kinds[kind](
        thing,
        `The ${thing} opens at nine. Read about the ${thing} at ${form} today. It closes at five.`,
      )
    })
    .join('')
  const name = new URLSearchParams({
    name: `${kind}.${kind}`,
    collection: 'general',
    title: `See https://evil.example`,
  })
  const response = await server.app.request(`/api/knowledge/documents?${name}`, {
    method: 'POST',
    headers: { cookie, 'x-signpost': '1' },
    body: text,
  })
  const { id } = knowledgeRoutes.upload.response.parse(await response.json())
  await readWaiting(server.services, server.services.reading.progress)
  await server.get(knowledgeRoutes.decide, { cookie, params: { id, version: 1 }, body: { approve: true } })
  return id
}

async function setModel(on: boolean): Promise<void> {
  const languageModel = on ? { connection: 'model', model: 'tiny', path: '/v1', perHour: 10_000 } : null
  await server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel } })
}

it.each(['md', 'txt', 'html'] as const)(
  'shows none of them from a document of kind %s, quoted or written (SEC-39)',
  async (kind) => {
    const id = await upload(kind)
    const shown: string[] = []
    let answered = 0
    for (const written of [false, true]) {
      await setModel(written)
      for (const [at, form] of hostileAddresses.entries())
        for (const question of [`When does the ${things[at]} open?`, `Where can I read about the ${things[at]}?`]) {
          const { answer } = await server.get(knowledgeRoutes.ask, { cookie, body: { question } })
          if (!answer) continue
          answered++
          const words = [
            answer.text,
            ...answer.citations.flatMap((one) => [one.title, one.passage, one.before, one.after]),
          ]
          const links = parseMarkup(answer.text)
            .flatMap((block) => (block.kind === 'list' ? block.items : block.lines).flat())
            .filter(({ kind }) => kind === 'link')
          if (links.length > 0 || answer.citations.some(({ url }) => url !== undefined)) shown.push(question)
          if (words.some((one) => one?.includes(form) || /evil|javascript|0x7f|2130706433/i.test(one ?? '')))
            shown.push(question)
        }
    }
    expect(shown).toEqual([])
    expect(answered).toBeGreaterThan(hostileAddresses.length)
    // Some disguises are undone, and tags left out, as a document is read.
    expect(model.obeyed()).toBeGreaterThan(hostileAddresses.length)
    await server.get(knowledgeRoutes.remove, { cookie, params: { id } })
  },
  60_000,
)

it('quotes a sentence with the address of a host once the force has named it', async () => {
  await setModel(false)
  const { id } = await server.get(knowledgeRoutes.write, {
    cookie,
    body: {
      question: 'The quokka line',
      answer: 'The quokka line is open at night. Tell the quokka line without your name at crimestoppers-uk.org.',
      collection: 'general',
      asked: [],
    },
  })
  await server.get(knowledgeRoutes.decide, { cookie, params: { id, version: 1 }, body: { approve: true } })
  const body = { question: 'How do I tell the quokka line without my name?' }
  const passage = async () =>
    (await server.get(knowledgeRoutes.ask, { cookie, body })).answer?.citations[0]?.passage ?? ''
  expect(await passage()).not.toContain('crimestoppers')
  const hosts = ['crimestoppers-uk.org']
  await server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel: null, hosts } })
  expect(await passage()).toContain('at crimestoppers-uk.org.')
})
