import { AppError } from '../../../schema/app-error.ts'
import type { Principal } from '../../accounts/principal.ts'
import { newId } from '../../ids.ts'
import type { Services } from '../../services.ts'
import type { Block } from '../passages/block.ts'
import { getDocumentRow, recordChange } from './change-document.ts'

/** What is added: a file that has to be read, or words that somebody wrote. */
export type AddedText = { file: Buffer; fileName: string } | { blocks: Block[]; fileName: string; origin?: unknown }

/** A new document in a collection, or the next version of one. Nothing of it is used before somebody approves it. */
export async function addVersion(
  services: Services,
  principal: Principal,
  to: { document: string } | { collection: string; title: string },
  added: AddedText,
): Promise<{ id: string; version: number }> {
  const { forceId, userId } = principal
  const now = services.clock.now()
  return services.db.write(async (tx) => {
    let id: string
    let version = 1
    if ('document' in to) {
      const row = await getDocumentRow(tx, forceId, to.document)
      id = row.id
      version = row.version + 1
      await tx.run('UPDATE documents SET version = ? WHERE id = ?', [version, id])
    } else {
      const [known] = await tx.all('SELECT 1 FROM collections WHERE force_id = ? AND id = ?', [forceId, to.collection])
      if (!known) throw new AppError('not-found', 'There is no such collection.')
      id = newId('doc')
      const origin = 'origin' in added && added.origin !== undefined ? JSON.stringify(added.origin) : null
      await tx.run(
        'INSERT INTO documents (id, force_id, collection, title, version, origin, at) VALUES (?, ?, ?, ?, 1, ?, ?)',
        [id, forceId, to.collection, to.title, origin, now],
      )
    }
    const file = 'file' in added ? added.file : null
    await tx.run(
      `INSERT INTO document_versions
       (document_id, version, force_id, file_name, status, file, content, warnings, added_at, added_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, '[]', ?, ?)`,
      [
        id,
        version,
        forceId,
        added.fileName,
        file ? 'reading' : 'ready',
        file,
        'blocks' in added ? JSON.stringify(added.blocks) : null,
        now,
        userId,
      ],
    )
    await recordChange(tx, services, principal, id, 'collection', { does: 'add', version, file: added.fileName })
    return { id, version }
  })
}

/** The name of a file as text: without folders, control characters and direction marks. */
export function shownFileName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return plain.split(/[/\\]/).at(-1)?.trim().slice(0, 120) || 'document'
}
