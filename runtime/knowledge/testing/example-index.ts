import { readMarkdown } from '../ingest/read-markdown.ts'
import type { Embedder } from '../meaning/embedder.ts'
import { toPassages } from '../passages/to-passages.ts'
import { indexDocuments } from '../search/index-documents.ts'

const files = import.meta.glob<string>('../../../examples/knowledge/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** The example documents, indexed. */
export function indexExamples(embedder?: Embedder) {
  return indexDocuments(
    new Map(
      Object.entries(files).map(([path, source]) => {
        const { title = '', blocks } = readMarkdown(source)
        const document = path.replace(/^.*\/(.+)\.md$/, '$1')
        return [
          document,
          toPassages(blocks).map((passage, number) => ({
            ...passage,
            id: `${document}#${number}`,
            document,
            version: 1,
            collection: 'general',
            title,
          })),
        ]
      }),
    ),
    embedder,
  )
}
