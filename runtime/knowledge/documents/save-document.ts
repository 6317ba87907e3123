import { AppError } from '../../../schema/app-error.ts'
import type { Principal } from '../../accounts/principal.ts'
import type { Services } from '../../services.ts'
import { getDocumentRow, recordChange } from './change-document.ts'

export interface DocumentChange {
  title: string
  collection: string
  reviewOn: string | null
  lastDay: string | null
}

/** Changes what is said about a document. Its text changes by a new version only. */
export async function saveDocument(
  services: Services,
  principal: Principal,
  id: string,
  change: DocumentChange,
): Promise<void> {
  const { forceId } = principal
  await services.db.write(async (tx) => {
    await getDocumentRow(tx, forceId, id)
    const [known] = await tx.all('SELECT 1 FROM collections WHERE force_id = ? AND id = ?', [
      forceId,
      change.collection,
    ])
    if (!known) throw new AppError('not-found', 'There is no such collection.')
    await tx.run('UPDATE documents SET title = ?, collection = ?, review_on = ?, last_day = ? WHERE id = ?', [
      change.title,
      change.collection,
      change.reviewOn,
      change.lastDay,
      id,
    ])
    await recordChange(tx, services, principal, id, 'alteration', { does: 'change', ...change })
  })
}
