import type { Vault } from '../accounts/vault.ts'
import type { Reader } from '../db/database.ts'
import type { KnownConnection } from '../effects/http-effect.ts'

/** What a sealed credential is bound to: a credential cannot be moved to another connection or another origin. */
export function credentialContext(forceId: string, id: string, origin: string): string {
  return `connection|${forceId}|${id}|${origin}`
}

/** The connection that an admin made under this name, with its credential; undefined where there is none. */
export async function findConnection(
  reader: Reader,
  vault: Vault,
  forceId: string,
  id: string,
): Promise<KnownConnection | undefined> {
  const [row] = await reader.all<{
    name: string
    origin: string
    addresses: string
    paths: string
    timeout_seconds: number
    largest_kb: number
    idempotent: number
    credential: string | null
  }>(
    `SELECT name, origin, addresses, paths, timeout_seconds, largest_kb, idempotent, credential
     FROM connections WHERE force_id = ? AND id = ?`,
    [forceId, id],
  )
  if (!row) return undefined
  const sealed = row.credential
  return {
    name: row.name,
    origin: row.origin,
    addresses: JSON.parse(row.addresses) as string[],
    paths: JSON.parse(row.paths) as string[],
    timeoutMs: row.timeout_seconds * 1_000,
    largestAnswer: row.largest_kb * 1_024,
    idempotent: row.idempotent === 1,
    credential: sealed
      ? (JSON.parse(vault.open(sealed, credentialContext(forceId, id, row.origin))) as {
          header: string
          value: string
        })
      : undefined,
  }
}
