import type { DocumentPassage } from '../../../schema/api/knowledge.ts'
import { AppError } from '../../../schema/app-error.ts'
import type { Principal } from '../../accounts/principal.ts'
import { runInSteps } from '../../run-to-end.ts'
import type { Services } from '../../services.ts'
import { isUnfitToQuote } from '../generate/unfit-words.ts'
import { type Passage, sentencesOf } from '../search/passage-index.ts'
import { readKnowledgeSettings } from '../settings.ts'
import { passagesOf } from './document-content.ts'

/** The passages of a version, in their order, with what is never shown of them. */
export async function listPassages(
  services: Services,
  { forceId }: Principal,
  id: string,
  version: number,
): Promise<DocumentPassage[]> {
  const [row] = await services.db.read.all<{ content: string | null }>(
    'SELECT content FROM document_versions WHERE force_id = ? AND document_id = ? AND version = ?',
    [forceId, id, version],
  )
  if (!row) throw new AppError('not-found', 'There is no such version.')
  const { hosts } = await readKnowledgeSettings(services.db.read, forceId)
  return runInSteps(lookThrough(passagesOf({ id, version, collection: '', title: '', content: row.content }), hosts))
}

/** A generator, so that visitors are answered while a long document is looked through. */
function* lookThrough(passages: readonly Passage[], hosts: readonly string[]): Generator<void, DocumentPassage[]> {
  const found: DocumentPassage[] = []
  for (const { id, heading, text, page = null } of passages) {
    const leftOut = sentencesOf(text).filter((sentence) => isUnfitToQuote(sentence, hosts))
    found.push({ id, heading, text, page, leftOut })
    if (found.length % 20 === 0) yield
  }
  return found
}
