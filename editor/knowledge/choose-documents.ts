import type { KnowledgeDocument } from '../../schema/api/knowledge.ts'
import { statusOf } from './status-of.ts'

/** The documents of a collection, or those about which something is to be done (`to-approve`), in which `text` stands. */
export function chooseDocuments(
  documents: readonly KnowledgeDocument[],
  { show, text }: { show: string; text: string },
  now: number,
): KnowledgeDocument[] {
  const words = text.trim().toLowerCase()
  return documents.filter((document) => {
    if (words !== '' && !`${document.title} ${document.newest.fileName}`.toLowerCase().includes(words)) return false
    if (show === 'all') return true
    return show.startsWith('to-')
      ? statusOf(document, now).toDo === show.replace('to-', '')
      : document.collection === show
  })
}
