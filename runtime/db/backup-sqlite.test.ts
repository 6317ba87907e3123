import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startContact } from '../contact/start-contact.ts'
import { readEvents, takeTurn } from '../contact/take-turn.ts'
import { readEnvironment } from '../env.ts'
import { openServices } from '../open-services.ts'
import { createTestServices, type TestServices } from '../testing/create-test-services.ts'
import { publishFlow } from '../testing/publish-flow.ts'
import { threeQuestions } from '../testing/sample-flows.ts'
import { backupSqlite, restoreSqlite } from './backup-sqlite.ts'

let running: TestServices
let folder = ''
let file = ''
beforeEach(async () => {
  running = await createTestServices()
  folder = mkdtempSync(join(tmpdir(), 'signpost-backup-'))
  file = join(folder, 'copy.db')
})
afterEach(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})

const say = (id: string, text: string) =>
  takeTurn(running.services, id, { kind: 'visitor', input: { kind: 'text', text } }, `key ${text}`)

test('a copy made while contacts go on is whole, and goes on by itself', async () => {
  const origin = await publishFlow(running.services, threeQuestions)
  const { id } = await startContact(running.services, origin)
  const busy = Promise.all(Array.from({ length: 50 }, () => startContact(running.services, origin)))
  await say(id, 'A red bag')
  const content = backupSqlite(running.folder, file)
  await busy
  expect(content.contacts).toBeGreaterThan(0)
  expect(content.auditEntries).toBeGreaterThan(content.contacts)
  const elsewhere = join(folder, 'elsewhere')
  expect(restoreSqlite(file, elsewhere, false)).toEqual(content)
  const restored = await openServices(readEnvironment({ DATA_DIR: elsewhere, LOG_LEVEL: 'silent' }), { workers: false })
  const events = await readEvents(running.services.db.read, id, 0)
  expect(await readEvents(restored.db.read, id, 0)).toEqual(events)
  const cause = { kind: 'visitor', input: { kind: 'text', text: 'Leeds' } } as const
  expect(await takeTurn(restored, id, cause, 'next')).toMatchObject({ taken: true })
  await restored.close()
})

test('does not write over a file, and says when there is nothing to copy', () => {
  writeFileSync(file, 'mine')
  expect(() => backupSqlite(running.folder, file)).toThrow('is there already')
  expect(readFileSync(file, 'utf8')).toBe('mine')
  expect(() => backupSqlite(join(folder, 'nothing'), join(folder, 'a.db'))).toThrow('There is no database')
})

test('does not restore under a running server, nor over another database unless told', async () => {
  backupSqlite(running.folder, file)
  expect(() => restoreSqlite(file, running.folder, true)).toThrow('Another Signpost is running')
  const other = join(folder, 'other')
  restoreSqlite(file, other, false)
  expect(() => restoreSqlite(file, other, false)).toThrow('--force')
  const { kept = '' } = restoreSqlite(file, other, true)
  expect(existsSync(kept)).toBe(true)
})

test('refuses what is no backup, or a damaged one, and touches nothing', () => {
  backupSqlite(running.folder, file)
  const whole = readFileSync(file)
  const target = join(folder, 'target')
  const damaged: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('not a database, but longer than a header of one hundred bytes would be, so it is read')],
    ['cut', whole.subarray(0, Math.floor(whole.length / 2))],
    ['zeroed', Buffer.concat([whole.subarray(0, 8_192), Buffer.alloc(whole.length - 8_192)])],
  ]
  for (const [name, bytes] of damaged) {
    const path = join(folder, `${name}.db`)
    writeFileSync(path, bytes)
    expect(() => restoreSqlite(path, target, false), name).toThrow()
    expect(existsSync(join(target, 'signpost.db')), name).toBe(false)
  }
  expect(() => restoreSqlite(join(folder, 'none.db'), target, false)).toThrow('There is no file')
})
