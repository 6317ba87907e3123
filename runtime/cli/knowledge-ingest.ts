import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { largestDocument } from '../../schema/api/knowledge.ts'
import type { Principal } from '../accounts/principal.ts'
import { readEnvironment } from '../env.ts'
import { addVersion, shownFileName } from '../knowledge/documents/add-version.ts'
import { saveCollection } from '../knowledge/documents/change-collection.ts'
import { listCollections } from '../knowledge/documents/list-collections.ts'
import { getDocument } from '../knowledge/documents/list-documents.ts'
import { listPassages } from '../knowledge/documents/list-passages.ts'
import { readWaiting } from '../knowledge/documents/reading-worker.ts'
import { openServices } from '../open-services.ts'
import type { Services } from '../services.ts'
import { readWords } from './read-words.ts'
import { UsageError } from './usage-error.ts'

/**
 * Adds files to a collection as the upload screen does, and prints for each document its pages, passages and warnings, as a
 * JSON list. They answer nothing before somebody approves them. A collection that is not there is made. Exit code 1 where a
 * file could not be read.
 */
export async function knowledgeIngest(words: string[]): Promise<void> {
  const { options, rest: files } = readWords(words, { collection: 'string' })
  const name = options.collection
  if (!name || files.length === 0) throw new UsageError('Name the files, and --collection NAME.')
  for (const file of files) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new UsageError(`There is no file ${file}.`)
    if (statSync(file).size > largestDocument) throw new UsageError(`${file} is larger than 50 MB.`)
  }
  const services = await openServices(readEnvironment(), { workers: false })
  try {
    const principal = await firstAdmin(services)
    const collection = await findCollection(services, principal, name)
    const documents = []
    for (const file of files) {
      const fileName = shownFileName(basename(file))
      const to = { collection, title: fileName.replace(/\.\w{1,5}$/, '') }
      const { id, version } = await addVersion(services, principal, to, { file: readFileSync(file), fileName })
      await readWaiting(services, services.reading.progress)
      const { newest } = await getDocument(services, principal, id, services.reading.progress)
      const passages = newest.problem === null ? await listPassages(services, principal, id, version) : []
      if (newest.problem !== null) process.exitCode = 1
      documents.push({
        file,
        document: id,
        pages: newest.pages,
        passages: passages.length,
        warnings: newest.warnings,
        ...(newest.problem !== null && { problem: newest.problem }),
      })
    }
    console.log(JSON.stringify(documents, undefined, 2))
  } finally {
    await services.close()
  }
}

/** In whose name the record keeps it: the admin who has been there longest. */
async function firstAdmin({ db }: Services): Promise<Principal> {
  const [row] = await db.read.all<{ id: string; force_id: string; name: string }>(
    `SELECT id, force_id, name FROM users WHERE roles LIKE '%"admin"%' ORDER BY created_at, id LIMIT 1`,
  )
  if (!row) throw new UsageError('Set the server up first: signpost init.')
  return { userId: row.id, forceId: row.force_id, name: row.name, roles: ['admin'], memberships: [] }
}

/** By id or by name; made where there is none. */
async function findCollection(services: Services, principal: Principal, name: string): Promise<string> {
  const known = await listCollections(services.db.read, principal.forceId)
  const found = known.find((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase())
  if (found) return found.id
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
  if (id === '') throw new UsageError('The name of a collection needs letters or digits.')
  await saveCollection(services, principal, id, { name, departments: [] })
  return id
}
