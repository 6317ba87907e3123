import { AppError } from '../../../schema/app-error.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { raiseRevision } from './knowledge-revision.ts'

export interface DocumentRow {
  id: string
  collection: string
  title: string
  version: number
  live_version: number | null
}

/** A document of the person's force. Throws where there is none. */
export async function getDocumentRow(tx: Pick<Transaction, 'all'>, forceId: string, id: string): Promise<DocumentRow> {
  const [row] = await tx.all<DocumentRow>(
    'SELECT id, collection, title, version, live_version FROM documents WHERE force_id = ? AND id = ?',
    [forceId, id],
  )
  if (!row) throw new AppError('not-found', 'There is no such document.')
  return row
}

/** Everything that a change of a document brings with it: the index looks again, the record has it, the screens hear of it. */
export async function recordChange(
  tx: Transaction,
  services: Services,
  principal: Principal,
  id: string,
  operation: 'alteration' | 'publish' | 'erasure' | 'collection',
  payload: unknown,
): Promise<void> {
  await raiseRevision(tx, principal.forceId)
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'designer', 'admin'),
    operation,
    objectType: 'document',
    objectId: id,
    outcome: 'done',
    payload,
  })
  tx.afterCommit(() => services.bus.publish(`knowledge:${principal.forceId}`))
}
