import { drizzle } from 'drizzle-orm/sqlite-proxy'
import pg from 'pg'
import type { Database, Param } from './database.ts'
import { type Connection, createGroupCommit } from './group-commit.ts'
import { migrate } from './migrate.ts'

const channel = 'signpost'

/** int8 and count(*) as numbers: instants and counts stay far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** PostgreSQL, shared by several processes. The queries are SQLite's, with their parameters numbered. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 8, application_name: 'signpost' })
  pool.on('error', () => {})
  const first = await pool.connect()
  try {
    await first.query('SELECT pg_advisory_lock(8101)')
    await migrate(toConnection(first), 'postgresql')
  } finally {
    await first.query('SELECT pg_advisory_unlock(8101)').catch(() => {})
    first.release()
  }

  const listeners: ((topic: string) => void)[] = []
  let closed = false
  const listen = async (): Promise<void> => {
    if (closed) return
    const client = new pg.Client({ connectionString: url, application_name: 'signpost listener' })
    listener = client
    const again = () => setTimeout(() => void listen().catch(() => {}), 1_000).unref()
    client.on('notification', (message) => {
      for (const act of listeners) act(message.payload ?? '')
    })
    client.on('error', () => {})
    client.on('end', again)
    try {
      await client.connect()
      await client.query(`LISTEN ${channel}`)
    } catch {
      client.removeListener('end', again)
      again()
    }
  }
  let listener: pg.Client | undefined
  await listen()

  const group = createGroupCommit(async (work) => {
    const client = await pool.connect()
    let broken = false
    try {
      await client.query('BEGIN')
      const result = await work(toConnection(client))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  })

  return {
    dialect: 'postgresql',
    read: toConnection(pool),
    write: group.write,
    notify(topic) {
      pool.query('SELECT pg_notify($1, $2)', [channel, topic]).catch(() => {})
    },
    onNotify: (act) => listeners.push(act),
    async backup() {
      throw new Error('Back PostgreSQL up with pg_dump: it knows its own data best.')
    },
    async close() {
      await group.close()
      closed = true
      await listener?.end().catch(() => {})
      await pool.end()
    },
  }
}

const numbered = new Map<string, string>()

/** `?` as `$1`, `$2` …: no statement of ours has a question mark in a string. */
function toNumbered(sql: string): string {
  const known = numbered.get(sql)
  if (known) return known
  let count = 0
  const text = sql.replace(/\?/g, () => `$${++count}`)
  if (numbered.size < 1_000) numbered.set(sql, text)
  return text
}

/** A text without the one character that PostgreSQL cannot keep, so that it never costs a turn. */
function keepable<Value>(value: Value): Value | string {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}

function toConnection(client: pg.Pool | pg.PoolClient): Connection {
  return {
    async all<Row>(sql: string, params: readonly Param[] = []) {
      return (await client.query(toNumbered(sql), params.map(keepable))).rows as Row[]
    },
    async run(sql, params = []) {
      return (await client.query(toNumbered(sql), params.map(keepable))).rowCount ?? 0
    },
    orm: drizzle(async (sql, params, method) => {
      const { rows } = await client.query({ text: toNumbered(sql), values: params.map(keepable), rowMode: 'array' })
      return { rows: method === 'get' ? (rows[0] as unknown as unknown[]) : rows }
    }),
  }
}
