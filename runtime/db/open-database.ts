import type { Database } from './database.ts'

/** PostgreSQL where `url` is given, else SQLite in `folder`. The engine that is not used is not loaded. */
export async function openDatabase(options: { url?: string | undefined; folder: string }): Promise<Database> {
  if (options.url) return (await import('./postgres.ts')).openPostgres(options.url)
  return (await import('./sqlite.ts')).openSqlite(options.folder)
}
