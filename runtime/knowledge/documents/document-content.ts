import { z } from 'zod'
import { readMarkdown } from '../ingest/read-markdown.ts'
import { Block } from '../passages/block.ts'
import { toPassages } from '../passages/to-passages.ts'
import type { Passage } from '../search/passage-index.ts'

const Blocks = z.array(Block)

/** The text of a version as it is kept. Texts from before there were versions are Markdown. */
export function toBlocks(content: string | null): Block[] {
  if (content === null) return []
  return content.startsWith('[{') || content === '[]' ? Blocks.parse(JSON.parse(content)) : readMarkdown(content).blocks
}

export interface VersionText {
  id: string
  version: number
  collection: string
  title: string
  content: string | null
}

/** The passages of a version. The same text always gives the same ones, under the same ids. */
export function passagesOf({ id, version, collection, title, content }: VersionText): Passage[] {
  return toPassages(toBlocks(content)).map((passage, number) => ({
    ...passage,
    id: `${id}.${version}.${number + 1}`,
    document: id,
    version,
    collection,
    title,
  }))
}
