import { embedPassages, loadWords } from '../meaning/embed-passages.ts'
import type { Embedder } from '../meaning/embedder.ts'
import { createPassageIndex, type Passage, type PassageIndex } from './passage-index.ts'

/** An index over documents that stand in memory: each is the list of its passages. */
export async function indexDocuments(
  documents: ReadonlyMap<string, readonly Passage[]>,
  embedder: Embedder | undefined,
): Promise<PassageIndex> {
  const index = createPassageIndex(embedder?.dimensions ?? 0)
  for (const [document, passages] of documents) {
    if (embedder) await loadWords(passages, embedder)
    index.add(document, passages, embedder ? await embedPassages(passages, embedder) : [], embedder?.words?.ready)
  }
  return index
}
