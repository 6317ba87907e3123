import { z } from 'zod'
import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'
import { raiseRevision } from './documents/knowledge-revision.ts'
import { readMarkdown, splitMatter } from './ingest/read-markdown.ts'
import type { Block } from './passages/block.ts'

const files = import.meta.glob<string>('../../examples/knowledge/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const Matter = z.object({ title: z.string(), collection: z.string(), review: z.iso.date().optional() })

/** A document as it stands in a Markdown file: front matter with a title and a collection, then its text. */
export interface DocumentFile {
  title: string
  collection: string
  review: string | null
  blocks: Block[]
}

/** Reads a file of ours. Throws where its title or collection is missing. */
export function readDocumentFile(source: string): DocumentFile {
  const { title, collection, review } = Matter.parse(
    Object.fromEntries(splitMatter(source.replace(/\r\n/g, '\n')).matter),
  )
  return { title, collection, review: review ?? null, blocks: readMarkdown(source).blocks }
}

/** Gives a new force the documents that the starter flows answer from, approved, so that its first chat can answer something. */
export async function addStarterDocuments(
  tx: Transaction,
  forceId: string,
  now: number,
  { userId, departments }: { userId: string; departments: readonly { id: string; name: string }[] },
): Promise<void> {
  const documents = Object.values(files).map(readDocumentFile)
  for (const id of new Set(documents.map(({ collection }) => collection)))
    await tx.run(`INSERT INTO collections (force_id, id, name, departments) VALUES (?, ?, ?, '[]')`, [
      forceId,
      id,
      departments.find((department) => department.id === id)?.name ?? toName(id),
    ])
  for (const { title, collection, review, blocks } of documents) {
    const id = newId('doc')
    await tx.run(
      `INSERT INTO documents (id, force_id, collection, title, version, live_version, review_on, at)
       VALUES (?, ?, ?, ?, 1, 1, ?, ?)`,
      [id, forceId, collection, title, review, now],
    )
    await tx.run(
      `INSERT INTO document_versions
       (document_id, version, force_id, file_name, status, content, warnings, added_at, added_by, decided_at, decided_by)
       VALUES (?, 1, ?, ?, 'approved', ?, '[]', ?, ?, ?, ?)`,
      [id, forceId, title, JSON.stringify(blocks), now, userId, now, userId],
    )
  }
  await raiseRevision(tx, forceId)
}

function toName(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')
}
