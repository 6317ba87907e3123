import { AppError } from '../../../schema/app-error.ts'
import type { Principal } from '../../accounts/principal.ts'
import type { Services } from '../../services.ts'
import { readKnowledgeSettings } from '../settings.ts'
import { getDocumentRow, recordChange } from './change-document.ts'

/**
 * Approves a version, which then answers in place of the one before; or refuses it. Where the force wants a second person,
 * whoever added it cannot approve it. Refusing the one that answers takes it
 * back: then nothing of the document answers. An earlier version can be approved again.
 */
export async function decideVersion(
  services: Services,
  principal: Principal,
  id: string,
  version: number,
  approve: boolean,
): Promise<void> {
  await services.db.write(async (tx) => {
    const document = await getDocumentRow(tx, principal.forceId, id)
    const [row] = await tx.all<{ status: string; content: string | null; added_by: string }>(
      'SELECT status, content, added_by FROM document_versions WHERE document_id = ? AND version = ?',
      [id, version],
    )
    if (!row) throw new AppError('not-found', 'There is no such version.')
    if (row.status === 'reading') throw new AppError('conflict', 'This version is still being read.')
    if (approve && (row.status === 'failed' || row.content === null || row.content === '[]'))
      throw new AppError('conflict', 'This version has no text that could answer.')
    const { secondPerson } = await readKnowledgeSettings(tx, principal.forceId)
    if (approve && secondPerson && row.added_by === principal.userId)
      throw new AppError('not-allowed', 'You added this version. Somebody else has to approve it.')
    await tx.run(
      'UPDATE document_versions SET status = ?, decided_at = ?, decided_by = ? WHERE document_id = ? AND version = ?',
      [approve ? 'approved' : 'refused', services.clock.now(), principal.userId, id, version],
    )
    const live = approve ? version : document.live_version === version ? null : document.live_version
    await tx.run('UPDATE documents SET live_version = ? WHERE id = ?', [live, id])
    await recordChange(tx, services, principal, id, 'publish', { does: approve ? 'approve' : 'refuse', version, live })
  })
}
