import { z } from 'zod'
import {
  AnswerOrigin,
  type DocumentVersion,
  type KnowledgeDocument,
  VersionStatus,
} from '../../../schema/api/knowledge.ts'
import { AppError } from '../../../schema/app-error.ts'
import type { Principal } from '../../accounts/principal.ts'
import { localTime } from '../../contact/node-context.ts'
import type { Services } from '../../services.ts'
import { readKnowledgeSettings } from '../settings.ts'
import type { ReadingProgress } from './reading-progress.ts'

interface VersionRow {
  document_id: string
  version: number
  file_name: string
  status: string
  pages: number | null
  warnings: string
  problem: string | null
  added_at: number
  added_by: string
  adder: string
  decided_at: number | null
  decided_by: string | null
}
interface DocumentRow {
  id: string
  title: string
  collection: string
  version: number
  live_version: number | null
  review_on: string | null
  last_day: string | null
  origin: string | null
}

const week = 7 * 86_400_000
const versionColumns = `v.document_id, v.version, v.file_name, v.status, v.pages, v.warnings, v.problem, v.added_at,
  v.added_by AS adder, coalesce(a.name, '') AS added_by, v.decided_at, b.name AS decided_by`
const versionNames = 'LEFT JOIN users a ON a.id = v.added_by LEFT JOIN users b ON b.id = v.decided_by'
const Sources = z.array(z.object({ document: z.string() }))

/** The force's documents with their newest version, by title. */
export async function listDocuments(
  services: Services,
  { forceId, userId }: Principal,
  progress: ReadingProgress,
): Promise<KnowledgeDocument[]> {
  const { read } = services.db
  const documents = await read.all<DocumentRow>(
    `SELECT id, title, collection, version, live_version, review_on, last_day, origin FROM documents
     WHERE force_id = ? ORDER BY title, id`,
    [forceId],
  )
  const newest = await read.all<VersionRow>(
    `SELECT ${versionColumns} FROM documents d JOIN document_versions v ON v.document_id = d.id AND v.version = d.version
     ${versionNames} WHERE d.force_id = ?`,
    [forceId],
  )
  const mayApprove = await approverOf(services, forceId, userId)
  const versions = new Map(newest.map((row) => [row.document_id, toVersion(row, progress, mayApprove)]))
  const cited = await countCitations(services, forceId)
  const today = localTime(services.clock.now(), services.zoneOf(forceId)).slice(0, 10)
  return documents.flatMap((row) => {
    const version = versions.get(row.id)
    return version ? [toDocument(row, version, today, cited.get(row.id) ?? 0)] : []
  })
}

/** One document with all of its versions. */
export async function getDocument(
  services: Services,
  principal: Principal,
  id: string,
  progress: ReadingProgress,
): Promise<KnowledgeDocument & { versions: DocumentVersion[] }> {
  const found = (await listDocuments(services, principal, progress)).find((one) => one.id === id)
  if (!found) throw new AppError('not-found', 'There is no such document.')
  const rows = await services.db.read.all<VersionRow>(
    `SELECT ${versionColumns} FROM document_versions v ${versionNames} WHERE v.document_id = ? ORDER BY v.version DESC`,
    [id],
  )
  const mayApprove = await approverOf(services, principal.forceId, principal.userId)
  return { ...found, versions: rows.map((row) => toVersion(row, progress, mayApprove)) }
}

async function approverOf({ db }: Services, forceId: string, userId: string): Promise<(adder: string) => boolean> {
  const { secondPerson } = await readKnowledgeSettings(db.read, forceId)
  return (adder) => !secondPerson || adder !== userId
}

async function countCitations(services: Services, forceId: string): Promise<Map<string, number>> {
  const rows = await services.db.read.all<{ sources: string }>(
    `SELECT sources FROM asked_questions WHERE force_id = ? AND at >= ? AND outcome = 'answered'`,
    [forceId, services.clock.now() - week],
  )
  const counts = new Map<string, number>()
  for (const { sources } of rows)
    for (const document of new Set(Sources.parse(JSON.parse(sources)).map((source) => source.document)))
      counts.set(document, (counts.get(document) ?? 0) + 1)
  return counts
}

function toDocument(row: DocumentRow, newest: DocumentVersion, today: string, cited: number): KnowledgeDocument {
  return {
    id: row.id,
    title: row.title,
    collection: row.collection,
    live: row.live_version,
    newest,
    reviewOn: row.review_on,
    lastDay: row.last_day,
    expired: row.last_day !== null && row.last_day < today,
    origin: row.origin === null ? null : AnswerOrigin.parse(JSON.parse(row.origin)),
    cited,
  }
}

function toVersion(
  row: VersionRow,
  progress: ReadingProgress,
  mayApprove: (adder: string) => boolean,
): DocumentVersion {
  const at = (value: number | null) => (value === null ? null : new Date(value).toISOString())
  return {
    version: row.version,
    fileName: row.file_name,
    status: VersionStatus.parse(row.status),
    progress: progress.get(row.document_id, row.version),
    pages: row.pages,
    warnings: z.array(z.string()).parse(JSON.parse(row.warnings)),
    problem: row.problem,
    addedAt: new Date(row.added_at).toISOString(),
    addedBy: row.added_by,
    decidedAt: at(row.decided_at),
    decidedBy: row.decided_by,
    mayApprove: mayApprove(row.adder),
  }
}
