import { createHash } from 'node:crypto'
import type { Database } from '../../db/database.ts'
import { embedPassages } from '../meaning/embed-passages.ts'
import type { Embedder } from '../meaning/embedder.ts'
import { type Passage, type PassageVectors, sentencesOf } from '../search/passage-index.ts'

interface Row {
  dimensions: number
  digest: string
  vectors: Buffer
}

/**
 * The vectors of a version's passages: from the table where they were made by this model for this very text, else made now
 * and kept. Rows of other models stay until their version goes: going back to a model costs nothing.
 */
export async function vectorsOf(
  db: Database,
  key: { document: string; version: number },
  passages: readonly Passage[],
  embedder: Embedder,
): Promise<PassageVectors[]> {
  const digest = digestOf(passages)
  const [row] = await db.read.all<Row>(
    'SELECT dimensions, digest, vectors FROM document_vectors WHERE document_id = ? AND version = ? AND model = ?',
    [key.document, key.version, embedder.model],
  )
  if (row && row.digest === digest && row.dimensions === embedder.dimensions)
    return unpack(row.vectors, passages, embedder.dimensions)
  const made = await embedPassages(passages, embedder)
  await db.write(async (tx) => {
    // Written, not read: whoever removes the document waits for this, or this finds nothing any more.
    const still = await tx.run('UPDATE document_versions SET version = version WHERE document_id = ? AND version = ?', [
      key.document,
      key.version,
    ])
    if (still === 0) return
    await tx.run(
      `INSERT INTO document_vectors (document_id, version, model, dimensions, digest, vectors) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (document_id, version, model) DO UPDATE
       SET dimensions = excluded.dimensions, digest = excluded.digest, vectors = excluded.vectors`,
      [key.document, key.version, embedder.model, embedder.dimensions, digest, pack(made, embedder.dimensions)],
    )
  })
  return made
}

function digestOf(passages: readonly Passage[]): string {
  const hash = createHash('sha256')
  for (const { title, heading, text } of passages) hash.update(JSON.stringify([title, heading, text]))
  return hash.digest('hex')
}

/** Passage, its sentences, next passage: four bytes a number; all zeros stand for a text without a direction. */
function pack(vectors: readonly PassageVectors[], dimensions: number): Buffer {
  const all = vectors.flatMap(({ passage, sentences }) => [passage, ...sentences])
  const numbers = new Float32Array(all.length * dimensions)
  all.forEach((vector, at) => {
    if (vector) numbers.set(vector, at * dimensions)
  })
  return Buffer.from(numbers.buffer)
}

function unpack(bytes: Buffer, passages: readonly Passage[], dimensions: number): PassageVectors[] {
  const numbers = new Float32Array(new Uint8Array(bytes).buffer)
  let at = 0
  const next = () => {
    const vector = numbers.subarray(at * dimensions, ++at * dimensions)
    return vector.some((value) => value !== 0) ? vector : undefined
  }
  return passages.map(({ text }) => ({ passage: next(), sentences: sentencesOf(text).map(next) }))
}
