import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { widgetRoutes } from '../../../schema/api/widget.ts'
import { sqliteFile } from '../../db/sqlite.ts'
import { dataFile, readEnvironment } from '../../env.ts'
import { unavailableApp } from '../../http/unavailable-app.ts'
import { openServices } from '../../open-services.ts'
import {
  createTestServer,
  publishOnSite,
  setUpServer,
  startContact,
  type TestServer,
  toRequest,
} from '../../testing/create-test-server.ts'
import { startPostgres } from '../../testing/start-postgres.ts'

const danger = 'He is outside my door with a knife, please help me'
const say = (text: string) => ({ key: randomUUID(), input: { kind: 'text', text } })

async function withContact(server: TestServer) {
  const { cookie, site } = await setUpServer(server)
  await publishOnSite(server, cookie)
  const { contact, token } = await startContact(server, site.key)
  return (text: string) => server.send(widgetRoutes.input, { params: { id: contact.id }, token, body: say(text) })
}

/** Refused in time, never called sent, with the numbers, and with the advice where the words ask for it. */
async function expectHonest(answer: Promise<Response>, words: string): Promise<void> {
  const began = performance.now()
  const response = await answer
  const body = await response.json()
  expect(performance.now() - began).toBeLessThan(6_000)
  expect([response.status, body.accepted]).toEqual([503, undefined])
  expect(body).toMatchObject({
    help: { emergency: '999', nonEmergency: '101' },
    error: { message: expect.stringMatching(/^Not sent/) },
  })
  expect(body.advice?.[0]).toBe(words === danger ? 'Call 999 now' : undefined)
}

test('SAFE-07: a PostgreSQL that is stopped while visitors write', async () => {
  const postgres = await startPostgres()
  const server = await createTestServer({ databaseUrl: await postgres.createDatabase() })
  const send = await withContact(server)
  expect((await send('A red bag')).status).toBe(200)
  await postgres.stop()
  for (const words of [danger, 'In town']) await expectHonest(send(words), words)
  const ready = await server.app.request('/health/ready')
  expect([ready.status, (await ready.json()).status]).toEqual([503, 'not-ready'])
  await server.close().catch(() => {})
}, 120_000)

test('SAFE-07: a SQLite database that can grow no further, as on a full disk', async () => {
  const server = await createTestServer()
  const send = await withContact(server)
  expect((await send('A red bag')).status).toBe(200)
  await server.services.db.write(async (tx) => {
    const [page] = await tx.all<{ page_count: number }>('PRAGMA page_count')
    await tx.all(`PRAGMA max_page_count = ${page?.page_count ?? 1}`)
  })
  // What is free in the last pages may still take a message or two.
  const long = 'x'.repeat(3_900)
  let full = await send(long)
  for (let count = 0; count < 50 && full.status === 200; count++) full = await send(long)
  await expectHonest(Promise.resolve(full), long)
  await expectHonest(
    send(`${danger} ${long.slice(0, 3_000)}`).then((answer) => answer),
    danger,
  )
  await server.close()
}, 60_000)

test('SAFE-07: a SQLite database that another program holds locked, for as long as it does', async () => {
  const server = await createTestServer()
  const send = await withContact(server)
  expect((await send('A red bag')).status).toBe(200)
  const other = new Sqlite(dataFile(server.environment, sqliteFile))
  other.exec('BEGIN IMMEDIATE')
  // Those who write while the first is refused must not wait for their turn on top of it.
  const many = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? danger : 'In town'))
  await Promise.all(many.map((words) => expectHonest(send(words), words)))
  other.exec('ROLLBACK')
  other.close()
  expect((await send('In town')).status).toBe(200)
  await server.close()
}, 60_000)

test('SAFE-07: a database that cannot be opened at the start leaves a page and a body with 999 and 101', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-dead-'))
  writeFileSync(join(folder, 'file'), 'no folder')
  for (const broken of [
    { ...readEnvironment({ DATA_DIR: join(folder, 'file'), LOG_LEVEL: 'silent' }) },
    {
      ...readEnvironment({ DATA_DIR: folder, LOG_LEVEL: 'silent' }),
      databaseUrl: 'postgres://nobody@127.0.0.1:9/none',
    },
  ]) {
    await expect(openServices(broken, { workers: false })).rejects.toThrow()
    const app = unavailableApp(broken)
    const page = await app.request('/widget/frame?site=x')
    expect([page.status, page.headers.get('content-type')]).toEqual([503, expect.stringContaining('text/html')])
    expect(await page.text()).toMatch(/tel:999[\s\S]*tel:101/)
    await expectHonest(Promise.resolve(app.request(...toRequest(widgetRoutes.input, { body: say(danger) }))), danger)
  }
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)
