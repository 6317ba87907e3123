import type { Connection } from './group-commit.ts'

const files = import.meta.glob<string>('./migrations/*.sql', { eager: true, query: '?raw', import: 'default' })

/** The migrations that drizzle-kit wrote, oldest first. Forward only: a database that is newer than this is refused. */
export const migrations = Object.entries(files)
  .map(([path, sql]) => ({ name: path.replace(/^.*\/(.+)\.sql$/, '$1'), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** Brings the tables up to date, one transaction for each migration, so that a crash leaves a whole one or none. */
export async function migrate(connection: Connection, dialect: 'sqlite' | 'postgresql'): Promise<void> {
  await connection.run('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)')
  const done = new Set((await connection.all<{ name: string }>('SELECT name FROM migrations')).map(({ name }) => name))
  const unknown = [...done].filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0)
    throw new Error(`This database was made by a newer Signpost (${unknown.join(', ')}). Use that version.`)
  for (const { name, sql } of migrations) {
    if (done.has(name)) continue
    await connection.run('BEGIN')
    try {
      for (const statement of sql.split('--> statement-breakpoint'))
        if (statement.trim() !== '') await connection.run(dialect === 'sqlite' ? statement : toPostgres(statement))
      await connection.run('INSERT INTO migrations (name) VALUES (?)', [name])
      await connection.run('COMMIT')
    } catch (error) {
      await connection.run('ROLLBACK')
      throw error
    }
  }
  await connection.run('INSERT INTO audit_head (id, size) VALUES (1, 0) ON CONFLICT DO NOTHING')
}

/** The same statement for PostgreSQL: other quotes, and the types that hold milliseconds and bytes there. */
export function toPostgres(statement: string): string {
  return statement
    .replace(/`/g, '"')
    .replace(/(" )integer\b/g, '$1bigint')
    .replace(/(" )blob\b/g, '$1bytea')
}
