import { restoreSqlite } from '../db/backup-sqlite.ts'
import { readEnvironment } from '../env.ts'
import { oneFile, readWords } from './read-words.ts'

/** Puts a backup in place, after making sure that it is whole. The server must not be running. */
export async function restore(words: string[]): Promise<void> {
  const { options, rest } = readWords(words, { force: 'boolean' })
  const { databaseUrl, dataFolder } = readEnvironment()
  if (databaseUrl) throw new Error('Restore PostgreSQL with pg_restore.')
  const { contacts, auditEntries, kept } = restoreSqlite(oneFile(rest), dataFolder, options.force ?? false)
  console.log(`Restored: ${contacts} contacts, ${auditEntries} audit entries.`)
  if (kept) console.log(`What was there before is kept as ${kept}.`)
}
