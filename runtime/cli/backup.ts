import { backupSqlite } from '../db/backup-sqlite.ts'
import { readEnvironment } from '../env.ts'
import { oneFile, readWords } from './read-words.ts'

/** Copies everything into one file, while the server runs, and makes sure that the copy is whole. */
export async function backup(words: string[]): Promise<void> {
  const file = oneFile(readWords(words, {}).rest)
  const { databaseUrl, dataFolder } = readEnvironment()
  if (databaseUrl) throw new Error('Back PostgreSQL up with pg_dump: it knows its own data best.')
  const { contacts, auditEntries } = backupSqlite(dataFolder, file)
  console.log(`${file}: whole; ${contacts} contacts, ${auditEntries} audit entries.`)
  console.log('The key file vault.key is not in it. Keep a copy of it in another place.')
}
