import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { improveRoutes } from '../../../schema/api/improve.ts'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { readEnvironment } from '../../env.ts'
import { openServices } from '../../open-services.ts'
import type { Services } from '../../services.ts'
import { createTestServer, setUpServer, type TestServer } from '../../testing/create-test-server.ts'
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts'
import { answerEffect } from '../answer-effect.ts'
import { startIndexWorker } from '../live/index-worker.ts'
import { findShared } from '../testing/find-shared.ts'
import { readWaiting } from './reading-worker.ts'
import { vectorsOf } from './version-vectors.ts'

/** How long a document may still be found after it was removed, in milliseconds (SEC-41). */
const longest = 5_000
/** A word that stands in no other text, and what the document says with it. */
const mark = 'zirconwhistle'
const guide = `# Kestrels\n\nThe force keeps four kestrels in the ${mark} loft at Oakfield.\n\n# Feeding\n\nThe ${mark} keeper feeds them at noon.\n`
const question = 'Where does the force keep its kestrels?'

let server: TestServer
let cookie = ''
let forceId = ''

async function open(databaseUrl?: string): Promise<void> {
  const modelFolder = findShared('models')
  server = await createTestServer({
    ...(databaseUrl && { databaseUrl }),
    ...(modelFolder && { environment: { modelFolder } }),
  })
  const done = await setUpServer(server, { template: '101-non-emergency' })
  cookie = done.cookie
  forceId = done.session.force.id
}

/** Uploads the guide and approves it. */
async function addGuide(): Promise<string> {
  const response = await server.app.request('/api/knowledge/documents?name=k.md&collection=general&title=Kestrels', {
    method: 'POST',
    headers: { cookie, 'x-signpost': '1' },
    body: guide,
  })
  const { id } = knowledgeRoutes.upload.response.parse(await response.json())
  await readWaiting(server.services, server.services.reading.progress)
  await server.get(knowledgeRoutes.decide, { cookie, params: { id, version: 1 }, body: { approve: true } })
  const expected = { question, collection: 'general', document: id }
  await server.get(improveRoutes.addTest, { cookie, body: expected })
  return id
}

const remove = (id: string) => server.get(knowledgeRoutes.remove, { cookie, params: { id } })

/** A visitor's question, performed by the process of `services`. */
async function ask(services: Services): Promise<unknown> {
  const effect = { kind: 'answer' as const, question, history: [], collections: [], locale: 'en-GB' }
  const run = { forceId, contactId: 'ctc_1', idempotencyKey: 'k', attempt: 1, interrupted: false }
  const performed = await answerEffect(services, effect, run)
  return 'result' in performed && performed.result.ok ? performed.result.output : performed
}

/** Every row of every table that holds one of these words, in whatever form; the record of what was done may name it. */
async function rowsWith(services: Services, words: readonly string[]): Promise<string[]> {
  const { db } = services
  const tables = await db.read.all<{ name: string }>(
    db.dialect === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table'`
      : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
  )
  expect(tables.length).toBeGreaterThan(40)
  const found: string[] = []
  for (const { name } of tables.filter((table) => table.name !== 'audit_entries'))
    for (const row of await db.read.all<Record<string, unknown>>(`SELECT * FROM "${name}"`)) {
      const all = Object.values(row)
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
        .join('\n')
      if (words.some((word) => all.includes(word))) found.push(`${name}: ${all.slice(0, 200)}`)
    }
  return found
}

describe('a document that is removed, on SQLite', () => {
  beforeAll(() => open())

  it('leaves nothing of itself: no answer, no row, no byte of the database file (SEC-41)', async () => {
    const id = await addGuide()
    expect(await ask(server.services)).toMatchObject({ answer: expect.stringContaining(mark) })
    expect((await rowsWith(server.services, [mark, id])).length).toBeGreaterThan(3)
    const { index } = await server.services.knowledge.open(forceId)
    await remove(id)
    expect(await ask(server.services)).toEqual({ answer: null })
    expect(index.words.holders(mark)).toBe(0)
    expect(index.words.vocabulary().filter((stem) => stem.startsWith(mark.slice(0, 8)))).toEqual([])
    expect(await rowsWith(server.services, [mark, id])).toEqual([])
    await server.services.close()
    const files = readdirSync(server.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('signpost.db'),
    )
    expect(files).toContain('signpost.db')
    for (const name of files) expect(readFileSync(join(server.folder, name)).includes(mark), name).toBe(false)
  })
})

describe('a document that is removed while another process holds it too, on PostgreSQL', () => {
  let postgres: TestPostgres
  let other: Services
  beforeAll(async () => {
    postgres = await startPostgres()
    const databaseUrl = await postgres.createDatabase()
    await open(databaseUrl)
    const modelFolder = findShared('models')
    const environment = { ...readEnvironment({ DATA_DIR: server.folder, LOG_LEVEL: 'silent' }), databaseUrl }
    other = await openServices(
      { ...environment, ...(modelFolder && { modelFolder }) },
      { workers: false, clock: server.clock },
    )
  })
  afterAll(async () => {
    await other.close()
    await server.close()
    await postgres.stop()
  })

  it('answers nobody there from the moment on, and leaves no row (SEC-41)', async () => {
    const id = await addGuide()
    for (const services of [server.services, other])
      expect(await ask(services)).toMatchObject({ answer: expect.stringContaining(mark) })
    await remove(id)
    for (const services of [other, server.services]) {
      expect(await ask(services)).toEqual({ answer: null })
      const { quotes, sources, evidence } = await services.knowledge.answer(forceId, {
        question,
        history: [],
        collections: [],
        alsoWaiting: true,
      })
      expect([quotes, sources]).toEqual([[], []])
      expect(evidence.ranked.filter(({ held }) => held.passage.document === id)).toEqual([])
    }
    expect(await rowsWith(other, [mark, id])).toEqual([])
  })

  it('is gone from the memory of a process that nobody asks, within five seconds (SEC-41)', async () => {
    const id = await addGuide()
    await ask(other)
    const { index } = await other.knowledge.open(forceId)
    const texts = () =>
      Array.from({ length: index.numbered() }, (_, at) => index.get(at)?.passage.text ?? '').join('\n')
    expect(texts()).toContain(mark)
    const worker = startIndexWorker(other)
    try {
      const began = performance.now()
      await remove(id)
      await expect.poll(texts, { timeout: longest, interval: 50 }).not.toContain(mark)
      expect(performance.now() - began).toBeLessThan(longest)
      expect(index.words.holders(mark)).toBe(0)
      expect(index.keys().filter((key) => key.startsWith(id))).toEqual([])
    } finally {
      await worker.stop()
    }
  })

  it('gets no vectors from a process that was just making them', async () => {
    const id = await addGuide()
    const gate = Promise.withResolvers<void>()
    const { index } = await other.knowledge.open(forceId)
    const passages = Array.from({ length: index.numbered() }, (_, at) => index.get(at)?.passage).filter(
      (passage) => passage?.document === id,
    )
    const making = vectorsOf(
      other.db,
      { document: id, version: 1 },
      passages.flatMap((passage) => passage ?? []),
      {
        model: 'slow@1',
        dimensions: 2,
        async embed(texts) {
          await gate.promise
          return texts.map(() => new Float32Array([1, 0]))
        },
        async close() {},
      },
    )
    await remove(id)
    gate.resolve()
    await making
    expect(await rowsWith(other, [mark, id])).toEqual([])
  })
})
