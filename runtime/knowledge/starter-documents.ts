import type { Transaction } from '../db/database.ts'
import { newId } from '../ids.ts'

const files = import.meta.glob<string>('../../examples/knowledge/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** A document as it stands in a Markdown file: front matter with a title and a collection, then its text. */
export interface DocumentFile {
  title: string
  collection: string
  text: string
}

/** Reads the front matter. Throws where title or collection are missing: the files are ours. */
export function readDocumentFile(file: string): DocumentFile {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.replace(/\r\n/g, '\n'))
  const matter = new Map(
    (parts?.[1] ?? '').split('\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const
    }),
  )
  const title = matter.get('title')
  const collection = matter.get('collection')
  if (!title || !collection) throw new Error('A document needs a title and a collection.')
  return { title, collection, text: (parts?.[2] ?? '').trim() }
}

/** Gives a new force the documents that the starter flows answer from, so that its first chat can answer something. */
export async function addStarterDocuments(tx: Transaction, forceId: string, now: number): Promise<void> {
  for (const file of Object.values(files)) {
    const { title, collection, text } = readDocumentFile(file)
    await tx.run(
      'INSERT INTO documents (id, force_id, collection, title, version, text, at) VALUES (?, ?, ?, ?, 1, ?, ?)',
      [newId('doc'), forceId, collection, title, text, now],
    )
  }
}
