import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { UnreadableDocument } from '../ingest/document-text.ts'
import { readBytes } from '../ingest/read-bytes.ts'
import { readDocument } from '../ingest/read-document.ts'
import type { Block } from '../passages/block.ts'

export interface CorpusDocument {
  /** Its path in the folder, or the id of its line. */
  name: string
  title: string
  blocks: Block[]
}

const plain = /\.(?:txt|md|markdown|html?)$/i
/** Lines of a `.jsonl` file are documents; lines that name the same `doc` are its passages, in their order. */
const Line = z.object({ id: z.string(), title: z.string().optional(), text: z.string() })

/** Every document in a folder and the folders in it. What can't be read is named on the standard error. */
export async function readCorpus(folder: string): Promise<CorpusDocument[]> {
  const documents: CorpusDocument[] = []
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    if (entry.name.endsWith('.jsonl')) {
      documents.push(...readLines(path))
      continue
    }
    try {
      const bytes = readFileSync(path)
      const read = plain.test(name) ? await readBytes(bytes, name) : await readDocument(bytes, name)
      documents.push({ name, title: read.title ?? toTitle(entry.name), blocks: read.blocks })
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error
      console.error(`${name}: ${error.message}`)
    }
  }
  return documents
}

function readLines(path: string): CorpusDocument[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const { id, title, text } = Line.parse(JSON.parse(line))
    return { name: id, title: title ?? id, blocks: [{ kind: 'paragraph', text }] }
  })
}

function toTitle(file: string): string {
  return file.replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ')
}

/** The document that a row of questions means: by its name, with or without folder and ending. */
export function createNames(documents: readonly CorpusDocument[]): (written: string) => string {
  const known = new Map<string, string>()
  for (const { name } of documents)
    for (const form of [name.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, ''), name.replace(/^.*[/\\]/, ''), name])
      known.set(form, name)
  return (written) =>
    known.get(written) ??
    known.get(written.replace(/^.*[/\\]/, '')) ??
    known.get(written.replace(/\.[^.]+$/, '')) ??
    written
}
