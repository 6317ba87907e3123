import Sqlite from 'better-sqlite3'

const tables = ['turns', 'events', 'contacts', 'timers', 'effects', 'audit_entries', 'alerts']

/** What each turn left in the database at `file`, on average: rows, and the bytes of their values. */
export function rowSizes(file: string): { rows: number; bytes: number; alerts: number } {
  const db = new Sqlite(file, { readonly: true })
  const count = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0)
  const turns = Math.max(1, count('SELECT count(*) FROM turns'))
  let rows = 0
  let bytes = 0
  for (const table of tables) {
    const columns = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]
    const length = columns.map((column) => `coalesce(length("${column}"), 0)`).join(' + ')
    rows += count(`SELECT count(*) FROM ${table}`)
    bytes += count(`SELECT sum(${length}) FROM ${table}`)
  }
  const alerts = count('SELECT count(*) FROM alerts')
  db.close()
  return { rows: Number((rows / turns).toFixed(2)), bytes: Math.round(bytes / turns), alerts }
}
