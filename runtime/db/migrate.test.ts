import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import type { Param } from './database.ts'
import type { Connection } from './group-commit.ts'
import { migrate, migrations, toPostgres } from './migrate.ts'
import { openPostgres } from './postgres.ts'

class Killed extends Error {}

/** A connection that dies at its statement number `dieAt`, as its process would: no ROLLBACK gets through any more. */
function toConnection(
  act: (sql: string, params: readonly Param[]) => Promise<{ rows: unknown[]; changes: number }>,
  dieAt = Number.POSITIVE_INFINITY,
) {
  let count = 0
  const run = async (sql: string, params: readonly Param[] = []) => {
    if (++count >= dieAt) throw new Killed()
    return act(sql, params)
  }
  const connection = {
    all: async (sql: string, params?: readonly Param[]) => (await run(sql, params)).rows,
    run: async (sql: string, params?: readonly Param[]) => (await run(sql, params)).changes,
  } as unknown as Connection
  return { connection, count: () => count }
}

describe('on SQLite', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signpost-migrate-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function open(dieAt?: number) {
    const database = new Sqlite(join(folder, 'test.db'))
    database.pragma('journal_mode = WAL')
    const made = toConnection(async (sql, params) => {
      const statement = database.prepare(sql)
      if (statement.reader) return { rows: statement.all(...params), changes: 0 }
      return { rows: [], changes: statement.run(...params).changes }
    }, dieAt)
    const tables = () =>
      database
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .all()
        .map((row) => String(Reflect.get(Object(row), 'name')))
    return { ...made, database, tables }
  }

  it('makes all tables in an empty database, and nothing when it is run again', async () => {
    const { connection, database, tables } = open()
    await migrate(connection, 'sqlite')
    const made = tables()
    expect(made).toEqual(
      expect.arrayContaining([
        'audit_entries',
        'audit_head',
        'contacts',
        'effects',
        'events',
        'flow_versions',
        'migrations',
        'timers',
      ]),
    )
    expect(database.prepare('SELECT name FROM migrations ORDER BY name').pluck().all()).toEqual(
      migrations.map(({ name }) => name),
    )
    expect(database.prepare('SELECT id, size FROM audit_head').all()).toEqual([{ id: 1, size: 0 }])
    database.prepare('UPDATE audit_head SET size = 7').run()
    await migrate(connection, 'sqlite')
    expect(tables()).toEqual(made)
    expect(database.prepare('SELECT size FROM audit_head').pluck().get()).toBe(7)
    database.close()
  })

  it('refuses a database that was made by a newer version, and leaves it as it is', async () => {
    const { connection, database, tables } = open()
    await migrate(connection, 'sqlite')
    database.prepare("INSERT INTO migrations (name) VALUES ('9999_later')").run()
    const before = tables()
    await expect(migrate(connection, 'sqlite')).rejects.toThrow('made by a newer Signpost (9999_later)')
    expect(tables()).toEqual(before)
    database.close()
  })

  it('leaves a whole migration or none when it is killed before any statement, and then finishes (DUR-12)', async () => {
    const whole = open()
    await migrate(whole.connection, 'sqlite')
    const all = whole.tables()
    const statements = whole.count()
    whole.database.close()
    expect(statements).toBeGreaterThan(20)
    for (let dieAt = 1; dieAt <= statements; dieAt++) {
      rmSync(join(folder, 'test.db'), { force: true })
      rmSync(join(folder, 'test.db-wal'), { force: true })
      rmSync(join(folder, 'test.db-shm'), { force: true })
      const killed = open(dieAt)
      await expect(migrate(killed.connection, 'sqlite')).rejects.toThrow(Killed)
      killed.database.close()
      const after = open()
      const done = after.tables().includes('migrations')
        ? after.database.prepare('SELECT count(*) FROM migrations').pluck().get()
        : 0
      const without = after.tables().filter((name) => name !== 'migrations')
      if (done === 0) expect(without, `killed at ${dieAt}`).toEqual([])
      await migrate(after.connection, 'sqlite')
      expect(after.tables()).toEqual(all)
      after.database.close()
    }
  }, 60_000)
})

it('has migrations that are numbered without a gap', () => {
  expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(migrations.map((_, index) => index))
})

it.each([
  [
    'CREATE TABLE `a` (`id` text PRIMARY KEY NOT NULL, `at` integer NOT NULL)',
    'CREATE TABLE "a" ("id" text PRIMARY KEY NOT NULL, "at" bigint NOT NULL)',
  ],
  ['CREATE TABLE `a` (`b` blob, `integer` text)', 'CREATE TABLE "a" ("b" bytea, "integer" text)'],
  ['CREATE INDEX `a_b` ON `a` (`b`,`c`) WHERE "a"."b" = 1', 'CREATE INDEX "a_b" ON "a" ("b","c") WHERE "a"."b" = 1'],
  ['ALTER TABLE `a` ADD `n` integer DEFAULT 0 NOT NULL', 'ALTER TABLE "a" ADD "n" bigint DEFAULT 0 NOT NULL'],
])('says %s as PostgreSQL does', (sqlite, postgres) => {
  expect(toPostgres(sqlite)).toBe(postgres)
})

describe('on PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(() => server.stop())

  const columnsOf = async (url: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{
      table_name: string
      column_name: string
      is_nullable: string
      data_type: string
    }>(
      "SELECT table_name, column_name, is_nullable, data_type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, ordinal_position",
    )
    await client.end()
    return rows
  }

  it('makes the same tables and columns as SQLite, whose numbers hold milliseconds', async () => {
    const url = await server.createDatabase()
    await (await openPostgres(url)).close()
    const columns = await columnsOf(url)
    const lite = new Sqlite(':memory:')
    for (const { sql } of migrations)
      for (const statement of sql.split('--> statement-breakpoint')) lite.exec(statement)
    lite.exec('CREATE TABLE migrations (name text PRIMARY KEY)')
    const expected = lite
      .prepare(
        'SELECT m.name AS t, p.name AS c, p.type AS type, p."notnull" OR p.pk AS needed FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = \'table\' ORDER BY m.name, p.cid',
      )
      .all()
      .map((row) => {
        const { t, c, type, needed } = row as Record<string, unknown>
        const types: Record<string, string> = { integer: 'bigint', blob: 'bytea', text: 'text', real: 'real' }
        return [t, c, needed === 1 ? 'NO' : 'YES', types[String(type).toLowerCase()] ?? type]
      })
    lite.close()
    const sort = (list: unknown[][]) => list.map((row) => row.join(' ')).sort()
    expect(sort(columns.map((row) => [row.table_name, row.column_name, row.is_nullable, row.data_type]))).toEqual(
      sort(expected),
    )
  })

  it('is brought up to date once by two processes that start together', async () => {
    const url = await server.createDatabase()
    const both = await Promise.all([openPostgres(url), openPostgres(url)])
    expect(await both[0]?.read.all('SELECT name FROM migrations ORDER BY name')).toEqual(
      migrations.map(({ name }) => ({ name })),
    )
    for (const db of both) await db.close()
  })

  it('refuses a database that was made by a newer version', async () => {
    const url = await server.createDatabase()
    const db = await openPostgres(url)
    await db.write((tx) => tx.run("INSERT INTO migrations (name) VALUES ('9999_later')"))
    await db.close()
    await expect(openPostgres(url)).rejects.toThrow('made by a newer Signpost')
  })

  it('leaves a whole migration or none when it is killed before any statement, and then finishes (DUR-12)', async () => {
    const whole = await server.createDatabase()
    await (await openPostgres(whole)).close()
    const all = await columnsOf(whole)
    for (const dieAt of [2, 3, 4, 5, 12, 25, 40]) {
      const url = await server.createDatabase()
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      client.on('error', () => {})
      const { connection } = toConnection(async (sql, params) => {
        let count = 0
        const { rows, rowCount } = await client.query(
          sql.replace(/\?/g, () => `$${++count}`),
          [...params],
        )
        return { rows, changes: rowCount ?? 0 }
      }, dieAt)
      await expect(migrate(connection, 'postgresql')).rejects.toThrow(Killed)
      await client.end()
      const left = (await columnsOf(url)).filter(({ table_name }) => table_name !== 'migrations')
      expect([0, all.length - 1]).toContain(left.length)
      await (await openPostgres(url)).close()
      expect(await columnsOf(url)).toEqual(all)
    }
  }, 120_000)

  it('keeps numbers, words and nothing as they are, on both engines alike', async () => {
    const db = await openPostgres(await server.createDatabase())
    await db.write((tx) => tx.run('CREATE TABLE kinds (id text, at bigint, note text)'))
    const rows = [
      { id: 'Ŵyna 👮', at: 1_795_203_660_000, note: null },
      { id: "'; DROP TABLE kinds; --", at: -1, note: '' },
    ]
    for (const { id, at, note } of rows)
      await db.write((tx) => tx.run('INSERT INTO kinds (id, at, note) VALUES (?, ?, ?)', [id, at, note]))
    expect(await db.read.all('SELECT id, at, note FROM kinds ORDER BY at DESC')).toEqual(rows)
    expect(await db.read.all('SELECT count(*) AS n FROM kinds')).toEqual([{ n: 2 }])
    await db.close()
  })
})
