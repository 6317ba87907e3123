import type { Principal } from '../../accounts/principal.ts'
import type { Services } from '../../services.ts'
import { getDocumentRow, recordChange } from './change-document.ts'

/**
 * Takes a document away with every trace: its versions, its vectors, the tests that name it, and what stands of it beside
 * questions that were asked. The next question finds nothing of it. The record keeps that it was there, and what the visitors
 * were told stays with their contacts.
 */
export async function removeDocument(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    const { title } = await getDocumentRow(tx, principal.forceId, id)
    // The versions first: a process that is making vectors holds its version's row until they are kept.
    for (const table of ['document_versions', 'document_vectors', 'test_questions'])
      await tx.run(`DELETE FROM ${table} WHERE document_id = ?`, [id])
    // What tests found may name it. They are asked again within seconds.
    await tx.run('UPDATE test_questions SET result = NULL, found = NULL, ran_at = NULL WHERE force_id = ?', [
      principal.forceId,
    ])
    await tx.run('DELETE FROM documents WHERE id = ?', [id])
    await tx.run(`UPDATE asked_questions SET sources = '[]' WHERE force_id = ? AND sources LIKE ?`, [
      principal.forceId,
      `%"${id}"%`,
    ])
    await recordChange(tx, services, principal, id, 'erasure', { does: 'remove', title })
  })
}
