import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sqliteFile, takeLock } from './sqlite.ts'

/** What a copy holds, counted in the copy itself. */
export interface BackupContent {
  contacts: number
  auditEntries: number
}

/**
 * Copies the database of `folder` into `target`, from one instant, while a server writes to it. The copy has no free
 * pages, so nothing that was erased is in it. It gets its name when it is whole and on the disk.
 */
export function backupSqlite(folder: string, target: string): BackupContent {
  const source = join(folder, sqliteFile)
  if (!existsSync(source)) throw new Error(`There is no database in ${folder}.`)
  if (existsSync(target)) throw new Error(`${target} is there already.`)
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  const database = new Sqlite(source, { readonly: true, timeout: 5_000 })
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
  } finally {
    database.close()
  }
  const content = checkCopy(unfinished)
  settle(unfinished, target)
  return content
}

/**
 * Puts the copy at `file` in the place of the database of `folder`. Refused while a server runs there, and where there
 * is a database already unless `force`: that one is kept under another name.
 */
export function restoreSqlite(file: string, folder: string, force: boolean): BackupContent & { kept?: string } {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  mkdirSync(folder, { recursive: true })
  const lock = takeLock(folder)
  try {
    const target = join(folder, sqliteFile)
    const occupied = existsSync(target)
    if (occupied && !force) throw new Error(`There is a database in ${folder} already. Use --force to replace it.`)
    const unfinished = `${target}.unfinished`
    copyFileSync(file, unfinished)
    const content = checkCopy(unfinished)
    const kept = occupied ? putAside(target) : undefined
    settle(unfinished, target)
    return { ...content, ...(kept ? { kept } : {}) }
  } finally {
    lock.close()
  }
}

/** Opens the copy as it will be opened later, and throws unless it is whole. */
function checkCopy(path: string): BackupContent {
  const database = openCopy(path)
  try {
    const verdict = database.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`The copy is damaged (${String(verdict)}).`)
    const count = (sql: string) => Number(database.prepare(sql).pluck().get())
    const auditEntries = count('SELECT count(*) FROM audit_entries')
    if (auditEntries !== count('SELECT size FROM audit_head WHERE id = 1'))
      throw new Error('The audit log of the copy is not whole.')
    return { contacts: count('SELECT count(*) FROM contacts'), auditEntries }
  } catch (error) {
    rmSync(path, { force: true })
    if (error instanceof Sqlite.SqliteError) throw new Error(`This is no whole backup of Signpost: ${error.message}.`)
    throw error
  } finally {
    database.close()
  }
}

function openCopy(path: string): Sqlite.Database {
  try {
    return new Sqlite(path, { readonly: true })
  } catch {
    throw new Error('This is not a backup of Signpost.')
  }
}

/** The database that was there, with the part of it that is still in its log, under a name that says when. */
function putAside(target: string): string {
  const database = new Sqlite(target)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  const kept = `${target}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
  renameSync(target, kept)
  for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true })
  return kept
}

/** Gives a finished file its name, after its bytes are on the disk. */
function settle(unfinished: string, target: string): void {
  const file = openSync(unfinished, 'r+')
  fsyncSync(file)
  closeSync(file)
  renameSync(unfinished, target)
}
