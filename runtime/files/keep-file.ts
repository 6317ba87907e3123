import { AppError } from '../../schema/app-error.ts'
import { takeTurn } from '../contact/take-turn.ts'
import { newId } from '../ids.ts'
import type { Services } from '../services.ts'
import { fileKind } from './file-kind.ts'

const mostFiles = 20

/**
 * Keeps a picture or PDF of a visitor with its contact. The server names it; the visitor's own name for it is only ever
 * shown as text. Everything that is not what it says by its first bytes is refused.
 */
export async function keepFile(
  services: Services,
  contact: { id: string; forceId: string },
  name: string,
  bytes: Buffer,
): Promise<{ id: string; name: string }> {
  const type = fileKind(bytes)
  if (!type) throw new AppError('unsupported-type', 'Send a picture (JPEG, PNG, GIF, WebP, HEIC) or a PDF.')
  const file = { id: newId('fil'), name: shownName(name) }
  await services.db.write(async (tx) => {
    const [row] = await tx.all<{ count: number }>('SELECT count(*) AS count FROM files WHERE contact_id = ?', [
      contact.id,
    ])
    if ((row?.count ?? 0) >= mostFiles) throw new AppError('too-many', `At most ${mostFiles} files can be sent.`)
    await tx.run('INSERT INTO files (id, contact_id, name, type, bytes, at) VALUES (?, ?, ?, ?, ?, ?)', [
      file.id,
      contact.id,
      file.name,
      type,
      bytes,
      services.clock.now(),
    ])
  })
  await assessName(services, contact, file)
  return file
}

/** A name can say what its sender cannot: one that speaks of danger counts as if it had been written. */
async function assessName(
  services: Services,
  contact: { id: string; forceId: string },
  file: { id: string; name: string },
): Promise<void> {
  const words = wordsOfName(file.name)
  if (services.assessFor(contact.forceId)(words, []).verdict === 'none') return
  await takeTurn(services, contact.id, { kind: 'visitor', input: { kind: 'text', text: words } }, `name:${file.id}`)
}

/** What a file's name says: without its ending, and with spaces where people write none. */
export function wordsOfName(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/[_.-]+/g, ' ')
}

/** The name as text: without control characters, direction marks and folders. */
function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return plain.split(/[/\\]/).at(-1)?.trim().slice(0, 100) || 'file'
}
