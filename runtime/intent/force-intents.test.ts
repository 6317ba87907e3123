import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { findShared } from '../knowledge/testing/find-shared.ts'
import { createTestServer, setUpServer, type TestServer } from '../testing/create-test-server.ts'
import { createForceEmbeddings } from './force-embeddings.ts'
import { createIntentModels } from './intent-models.ts'

const intents = [
  { id: 'kestrel', phrases: ['Somebody keeps a falcon', 'A hawk was taken'] },
  { id: 'parade', phrases: ['When is the parade', 'Which streets are closed for the march'] },
]
/** How much a model of the force believes in the first intent: another embedding gives another number. */
const believes = (server: TestServer, forceId: string) => {
  const models = server.services.intentsFor(forceId)
  return models.rank(intents, 'an eagle is gone')?.find(({ id }) => id === 'kestrel')?.share
}

const shared = findShared('models/potion-base-2M')
describe.skipIf(!shared)('the model of meaning that a force uses for its documents', () => {
  let server: TestServer
  let cookie = ''
  let forceId = ''
  beforeEach(async () => {
    server = await createTestServer()
    const done = await setUpServer(server)
    cookie = done.cookie
    forceId = done.session.force.id
  })
  afterEach(() => server.close())
  const choose = (model: string | null) =>
    server.get(knowledgeRoutes.saveSettings, { cookie, body: { threshold: 0.5, languageModel: null, model } })

  it('tells intents apart as well once it is in the data folder, as a download leaves it, and no longer when it is not wanted', async () => {
    await server.services.intentsFor(forceId).prepare(intents)
    const byWords = believes(server, forceId)
    expect(byWords).toBeGreaterThan(0)
    cpSync(shared ?? '', join(server.folder, 'models', 'small'), { recursive: true })
    await choose('small')
    await expect.poll(() => believes(server, forceId), { timeout: 20_000 }).not.toBe(byWords)
    expect(server.services.faults()).toEqual([])
    await choose(null)
    await expect.poll(() => believes(server, forceId), { timeout: 20_000 }).toBe(byWords)
  }, 60_000)
})

it('answers with the model of before until the one of another embedding is learned', async () => {
  let vector = new Float32Array([1, 0])
  const first = () => vector
  let embed: ((text: string) => Float32Array) | undefined
  const models = createIntentModels(
    async () => embed,
    (error) => {
      throw error
    },
  )
  await models.prepare(intents)
  await models.renew()
  const before = models.rank(intents, 'falcon')
  vector = new Float32Array([0.6, 0.8])
  embed = first
  const renewing = models.renew()
  expect(models.rank(intents, 'falcon')).toEqual(before)
  await renewing
  expect(models.rank(intents, 'falcon')).not.toEqual(before)
})

it('opens a model once for all forces that use it, and says why one cannot be asked in a turn', async () => {
  const opened: string[] = []
  const folders = new Map([
    ['a', 'one'],
    ['b', 'one'],
    ['c', 'slow'],
  ])
  const embed = () => new Float32Array([1])
  const embeddings = createForceEmbeddings(
    async (forceId) => folders.get(forceId),
    async (folder) => {
      opened.push(folder)
      return folder === 'slow'
        ? { kind: 'unsuited', fault: 'It looks at words in context.' }
        : { kind: 'static', embed }
    },
  )
  const given = []
  for (const forceId of ['a', 'b', 'c', 'd']) given.push(await embeddings.of(forceId))
  expect(given).toEqual([embed, embed, undefined, undefined])
  expect(opened).toEqual(['one', 'slow'])
  expect(embeddings.faults()).toEqual(['It looks at words in context.'])
})
