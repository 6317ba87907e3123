import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { type Database, NotBegun, type Param, type Reader } from './database.ts'
import { type Connection, createGroupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'

export const sqliteFile = 'signpost.db'

/**
 * The embedded database: one file in `folder`, one process. Durable means durable: WAL with `synchronous=FULL`, so what
 * was acknowledged survives a power cut. Throws when another process has the file.
 */
export async function openSqlite(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  const writer = open(join(folder, sqliteFile))
  const check = writer.pragma('quick_check', { simple: true })
  if (check !== 'ok') throw new Error(`The database is damaged (${String(check)}). Restore a backup.`)
  const connection = toConnection(writer)
  await migrate(connection, 'sqlite')
  const reader = open(join(folder, sqliteFile))
  reader.pragma('query_only = ON')
  const bus = new EventEmitter()

  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => writer.prepare(sql))
  const group = createGroupCommit(async (work) => {
    try {
      begin?.run()
    } catch (error) {
      throw new NotBegun('The database is locked.', { cause: error })
    }
    try {
      const result = await work(connection)
      commit?.run()
      return result
    } catch (error) {
      if (writer.inTransaction) rollback?.run()
      throw error
    }
  })

  return {
    dialect: 'sqlite',
    read: toConnection(reader),
    write: group.write,
    notify: (topic) => bus.emit('topic', topic),
    onNotify: (listener) => bus.on('topic', listener),
    async backup(target) {
      await writer.backup(target)
    },
    async close() {
      await group.close()
      reader.close()
      writer.close()
      lock.close()
    },
  }
}

/**
 * Pages of 4 kB that the write-ahead log gathers before they are copied into the database file: 16 MB, four times the
 * usual. A page that many turns touch is then copied once for all of them, and turns wait less often for two more flushes.
 */
const pagesBetweenCheckpoints = 4_000

/**
 * Milliseconds to wait for another program that holds the file locked. The process stands still meanwhile, and a visitor
 * must be told within six seconds that nothing was sent (F9 of the failure table).
 */
const patience = 1_000

function open(path: string): Sqlite.Database {
  const database = new Sqlite(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma(`wal_autocheckpoint = ${pagesBetweenCheckpoints}`)
  database.pragma('foreign_keys = ON')
  database.pragma(`busy_timeout = ${patience}`)
  database.pragma('trusted_schema = OFF')
  database.pragma('secure_delete = ON')
  return database
}

/** An exclusive lock that the operating system lets go of when the process ends, however it ends. */
export function takeLock(folder: string): Sqlite.Database {
  const lock = new Sqlite(join(folder, 'signpost.lock'), { timeout: 500 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (by text); COMMIT; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(`Another Signpost is running on ${folder}. Stop it first, or use PostgreSQL for several processes.`)
  }
  return lock
}

function toConnection(database: Sqlite.Database): Connection & Reader {
  const statements = new Map<string, Sqlite.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    if (statements.size < 500) statements.set(sql, statement)
    return statement
  }
  /** Drizzle wants rows as lists: its statements are others than ours. */
  const raw = new Map<string, Sqlite.Statement>()
  const prepareRaw = (sql: string) => {
    const known = raw.get(sql)
    if (known) return known
    const statement = database.prepare(sql)
    if (statement.reader) statement.raw()
    if (raw.size < 500) raw.set(sql, statement)
    return statement
  }
  return {
    async all<Row>(sql: string, params: readonly Param[] = []) {
      return prepare(sql).all(...params) as Row[]
    },
    async run(sql, params = []) {
      return prepare(sql).run(...params).changes
    },
    orm: drizzle(async (sql, params, method) => {
      const statement = prepareRaw(sql)
      if (method === 'run') {
        statement.run(...params)
        return { rows: [] }
      }
      if (!statement.reader) {
        statement.run(...params)
        return { rows: [] }
      }
      if (method === 'get') return { rows: statement.get(...params) as unknown[] }
      return { rows: statement.all(...params) }
    }),
  }
}
