import { describe, expect, it } from 'vitest'
import { openSqlite } from '../db/sqlite.ts'
import { createTestServices } from '../testing/create-test-services.ts'
import { describeDurability, openOn } from './durability.case.ts'

describe('contacts on SQLite', () => {
  describeDurability(openOn())

  it('refuses a second process on the same file within two seconds (DUR-14)', async () => {
    const test = await createTestServices()
    const started = performance.now()
    await expect(openSqlite(test.folder)).rejects.toThrow(/Another Signpost is running/)
    expect(performance.now() - started).toBeLessThan(2_000)
    await test.close()
  })

  it('flushes every commit to the disk: a write-ahead log with synchronous FULL', async () => {
    const test = await createTestServices()
    await test.services.db.write(async (tx) => {
      expect(await tx.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
      expect(await tx.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
    })
    await test.close()
  })
})
