import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knowledgeRoutes } from '../../../schema/api/knowledge.ts'
import { modelDownloadRoutes } from '../../../schema/api/model-download.ts'
import { readEnvironment } from '../../env.ts'
import { openServices } from '../../open-services.ts'
import { createTestServer, setUpServer, type TestServer } from '../../testing/create-test-server.ts'
import { startPostgres } from '../../testing/start-postgres.ts'
import { findShared } from '../testing/find-shared.ts'
import { type ModelHub, readFiles, startModelHub } from '../testing/start-model-hub.ts'
import { downloadDue } from './download-worker.ts'

const shared = findShared('models/potion-base-2M')
/** Looks like a model from outside; what cannot be opened is never asked to be. */
const madeUp = new Map([
  ['config.json', Buffer.from('{"model_type":"bert"}')],
  ['tokenizer.json', Buffer.from('{}')],
  ['onnx/model_quantized.onnx', Buffer.alloc(200_000, 'weights')],
])
const never = new AbortController().signal
const wait = { timeout: 20_000, interval: 10 }
const pace = { pauses: [5, 5], tellEvery: 20 }

let server: TestServer
let hub: ModelHub
let cookie = ''
let forceId = ''
let folder = ''
const open = async (files: ReadonlyMap<string, Buffer>) => {
  hub = await startModelHub(files)
}
beforeEach(async () => {
  server = await createTestServer()
  folder = join(server.folder, 'models')
  const done = await setUpServer(server, { template: '101-non-emergency' })
  cookie = done.cookie
  forceId = done.session.force.id
})
afterEach(async () => {
  await hub.stop()
  await server.close()
})

const begin = (more: object = {}) => server.get(modelDownloadRoutes.begin, { cookie, body: { ...hub.source, ...more } })
/** As patient as can be, but where silence is what is tested. */
const look = (stop = never, patience = 60_000) => downloadDue(server.services, folder, stop, { ...pace, patience })
const soonTired = 300
const state = async () => (await server.get(modelDownloadRoutes.get, { cookie })).download
const settings = () => server.get(knowledgeRoutes.settings, { cookie })
const left = () => (existsSync(join(folder, '.part')) ? readdirSync(join(folder, '.part')) : [])
const large = () => hub.seen.filter(({ host }) => host === 'store')

describe.skipIf(!shared)('a model of meaning is fetched once', () => {
  beforeEach(() => open(readFiles(shared ?? '')))

  it('when an admin asks for it and not before, and then answers with no restart', async () => {
    await look()
    expect(hub.seen).toEqual([])
    expect(await state()).toBeNull()
    expect(await settings()).toMatchObject({ models: [], inUse: null })

    await begin()
    expect(await state()).toMatchObject({ status: 'waiting', askedBy: 'meera.shah' })
    await look()
    expect(await state()).toMatchObject({ status: 'done', problem: null })
    const { done, total } = (await state()) ?? {}
    expect(done).toBe(total)
    expect(left()).toEqual([forceId])
    await look()
    expect(left()).toEqual([])
    await expect.poll(async () => (await settings()).inUse, wait).toMatch(/^small-model@[0-9a-f]{12}$/)
    const asked = await server.get(knowledgeRoutes.ask, { cookie, body: { question: 'How do I make a complaint?' } })
    expect(asked.passages[0]?.byMeaning).toBeGreaterThan(0)

    expect((await server.send(modelDownloadRoutes.begin, { cookie, body: hub.source })).status).toBe(409)
    await look()
    expect(large()).toHaveLength(1)
    expect(hub.seen.some(({ path }) => path.endsWith('README.md'))).toBe(false)
    const entries = await server.services.db.read.all<{ payload: string }>(
      `SELECT payload FROM audit_entries WHERE object_id = ? AND entry LIKE '%"model-download"%' ORDER BY i`,
      [forceId],
    )
    expect(entries.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { asked: { repository: 'acme/small-model' } },
      { commit: 'c0ffee', files: expect.arrayContaining([expect.objectContaining({ path: 'config.json' })]) },
    ])
  })

  it('and goes on where the line broke half-way', async () => {
    hub.next({ kind: 'break', after: 1_000_000 })
    await begin()
    await look()
    expect(await state()).toMatchObject({ status: 'done' })
    // What was on the line when it broke is lost; what had come is not.
    const [first, second, ...others] = large().map(({ range }) => range)
    expect([first, others]).toEqual([undefined, []])
    const from = Number(/^bytes=(\d+)-$/.exec(second ?? '')?.[1])
    expect(from).toBeGreaterThan(500_000)
    expect(hub.sent()).toBe(1_000_000 + 2_008_461 - from)
  })

  it('and shows how far it is', async () => {
    hub.next({ kind: 'silent', after: 500_000 })
    await begin()
    const looking = look(never, soonTired)
    await expect.poll(state, wait).toMatchObject({ status: 'running', done: expect.any(Number) })
    await expect.poll(async () => (await state())?.done, wait).toBeGreaterThan(500_000)
    expect((await state())?.total).toBeGreaterThan(2_008_461)
    await looking
    expect(await state()).toMatchObject({ status: 'done' })
  })

  it('by one process, however many look', async () => {
    const postgres = await startPostgres()
    const databaseUrl = await postgres.createDatabase()
    await server.close()
    server = await createTestServer({ databaseUrl })
    const { session, ...signedIn } = await setUpServer(server, { template: '101-non-emergency' })
    cookie = signedIn.cookie
    // Processes on one database share the folder that holds the keys.
    folder = join(server.folder, 'models')
    const other = await openServices(
      { ...readEnvironment({ DATA_DIR: server.folder, LOG_LEVEL: 'silent' }), databaseUrl },
      { workers: false, clock: server.clock },
    )
    try {
      hub.next({ kind: 'slow', ms: 200 })
      await begin()
      await Promise.all([look(), downloadDue(other, folder, never, pace), look()])
      expect(large()).toHaveLength(1)
      expect(await state()).toMatchObject({ status: 'done' })
      // The other process has it as well.
      const model = async () => (await other.knowledge.open(session.force.id)).embedder?.model
      await expect.poll(model, wait).toMatch(/^small-model@/)
    } finally {
      await other.close()
      await server.close()
      await postgres.stop()
      server = await createTestServer()
    }
  })

  it('and another process goes on with it where one is stopped, or dies', async () => {
    const stop = new AbortController()
    hub.next({ kind: 'silent', after: 700_000 })
    await begin()
    const looking = look(stop.signal)
    await expect.poll(() => hub.sent(), wait).toBe(700_000)
    await expect.poll(async () => (await state())?.done, wait).toBeGreaterThan(700_000)
    stop.abort()
    await looking
    expect(await state()).toMatchObject({ status: 'waiting' })

    // As a process leaves it that died: its claim runs out.
    await server.services.db.write((tx) => tx.run(`UPDATE model_downloads SET status = 'running', due_at = due_at + 5`))
    await look()
    expect(await state()).toMatchObject({ status: 'running' })
    server.clock.forward(10)
    await look()
    expect(await state()).toMatchObject({ status: 'done' })
    expect(large().map(({ range }) => range)).toEqual([undefined, 'bytes=700000-'])
  })
})

describe('a model that cannot be fetched', () => {
  beforeEach(() => open(madeUp))

  it.each([
    ['is not what the server said', [{ kind: 'alter' }] as const, /is not what .* says it is. It was removed/],
    ['is longer than the server said', [{ kind: 'longer' }] as const, /longer than .* says. It was removed/],
    [
      'stops coming again and again',
      [
        { kind: 'break', after: 10 },
        { kind: 'break', after: 10 },
        { kind: 'break', after: 10 },
      ] as const,
      /The line to 127\.0\.0\.1:\d+ broke/,
    ],
    [
      'comes no further',
      [
        { kind: 'silent', after: 10 },
        { kind: 'silent', after: 10 },
        { kind: 'silent', after: 10 },
      ] as const,
      /went silent/,
    ],
    ['is not given to everybody', [{ kind: 'status', status: 403 }] as const, /does not give it to everybody/],
    ['is another sort of file', [] as const, /came whole, and cannot be used/],
  ])('because it %s, is said so in words, and never used', async (_why, faults, words) => {
    hub.next(...faults)
    await begin()
    await look(never, soonTired)
    expect(await state()).toMatchObject({ status: 'failed', problem: expect.stringMatching(words) })
    expect((await settings()).models).toEqual([])
  })

  it.each([
    ['nobody gives it', { repository: 'acme/other' }, /has no acme\/other/],
    ['the host may not be there', { addresses: [] }, /The address 127\.0\.0\.1 is not allowed/],
    ['nothing answers', { origin: 'http://127.0.0.1:9' }, /could not be reached/],
    ['the server sends on to a host that nobody named', { hosts: ['*.hf.co'] }, /not among the hosts that were named/],
  ])('because %s, leaves nothing behind but the words', async (_why, more, words) => {
    await begin(more)
    await look()
    expect(await state()).toMatchObject({ status: 'failed', problem: expect.stringMatching(words) })
    expect(large()).toEqual([])
  })

  it('because it has no such files, or files without end, asks for none of them', async () => {
    await hub.stop()
    await open(new Map([['model.safetensors', Buffer.from('x')]]))
    await begin()
    await look()
    expect((await state())?.problem).toMatch(/no config.json, tokenizer.json, onnx\/model_quantized.onnx/)
    expect(hub.seen).toHaveLength(1)
  })

  it('is gone on with when an admin tries again', async () => {
    const breaks = { kind: 'break', after: 1_000 } as const
    hub.next(breaks, breaks, breaks, { kind: 'alter' })
    await begin()
    await look()
    await begin()
    await look()
    expect(large().map(({ range }) => range)).toEqual([
      undefined,
      'bytes=1000-',
      'bytes=2000-',
      'bytes=3000-',
      undefined,
    ])
  })

  it('is stopped by an admin, and what came of it goes', async () => {
    hub.next({ kind: 'silent', after: 1_000 })
    await begin()
    const looking = look()
    await expect.poll(() => hub.sent(), wait).toBe(1_000)
    expect((await server.send(modelDownloadRoutes.begin, { cookie, body: hub.source })).status).toBe(409)
    await server.get(modelDownloadRoutes.stop, { cookie })
    await looking
    expect(await state()).toBeNull()
    await look()
    expect(left()).toEqual([])
    expect(large()).toHaveLength(1)
    expect((await server.send(modelDownloadRoutes.stop, { cookie })).status).toBe(404)
  })

  it('is asked for at a place that is one: nothing else gets into an address or a folder', async () => {
    for (const more of [
      { repository: '../x' },
      { repository: 'a/..' },
      { repository: 'a/b/c' },
      { repository: 'a/b?x' },
      { revision: '../../etc' },
      { origin: 'https://huggingface.co/x' },
      { origin: 'file:///etc' },
      { origin: 'https://user:pass@huggingface.co' },
      { hosts: ['*'] },
      { hosts: ['https://hf.co'] },
    ])
      expect((await server.send(modelDownloadRoutes.begin, { cookie, body: { ...hub.source, ...more } })).status).toBe(
        400,
      )
  })
})
