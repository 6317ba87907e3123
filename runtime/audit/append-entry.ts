import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Operation } from '../../schema/api/route.ts'
import type { Transaction } from '../db/database.ts'
import { takeRandom } from '../take-random.ts'
import { writePlain } from './write-plain.ts'

/** Who acted: a person by id, the visitor of a contact, or Signpost itself (`timer`, `worker`). */
export interface Actor {
  id: string
  role: 'visitor' | 'operator' | 'supervisor' | 'designer' | 'admin' | 'auditor' | 'system'
}

/** What is to be recorded. `payload` is committed to, not written into the entry: it can be erased, the entry cannot. */
export interface AuditDraft {
  forceId: string
  at: number
  actor: Actor
  department?: string | null
  operation: Exclude<Operation, 'none'>
  objectType: string
  /** A random id: never a name, number or address of a person. */
  objectId: string
  outcome: 'done' | 'refused' | 'failed'
  reason?: string
  payload: unknown
  /** False where the payload stands elsewhere already and can be put together again, as with turns. */
  keepPayload?: boolean
}

/**
 * Appends one entry to the audit log, in the transaction of what it records: either both are there or neither is.
 *
 * The entry is canonical JSON (RFC 8785) and holds a salted commitment, HMAC-SHA-256(salt, canonical payload), so that
 * erasing salt and payload leaves the log verifiable and nothing to guess. The leaf is that of RFC 6962:
 * SHA-256(0x00 ‖ entry). Returns the entry's index.
 */
export async function appendEntry(tx: Transaction, draft: AuditDraft): Promise<number> {
  const i = await tx.nextAuditIndex()
  const salt = takeRandom(32)
  const payload = toCanonical(draft.payload)
  const entry = toCanonical({
    v: 1,
    i,
    ts: draft.at,
    actor: draft.actor.id,
    role: draft.actor.role,
    dept: draft.department ?? null,
    op: draft.operation,
    objType: draft.objectType,
    objId: draft.objectId,
    outcome: draft.outcome,
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    commit: commitTo(salt, payload),
  })
  await tx.run(
    'INSERT INTO audit_entries (i, force_id, object_id, entry, leaf, salt, payload) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      i,
      draft.forceId,
      draft.objectId,
      entry,
      toLeaf(entry),
      salt.toString('base64url'),
      draft.keepPayload === false ? null : payload,
    ],
  )
  return i
}

/** Canonical JSON (RFC 8785), for whatever there is to be recorded. What JSON has no words for becomes what it is stored as: `\ud800` is U+FFFD, NaN is null. */
export function toCanonical(value: unknown): string {
  const plain = writePlain(value)
  if (plain !== undefined) return plain
  try {
    return canonicalize(value) ?? 'null'
  } catch {
    // Half an emoji, or a number that is none. Whatever a visitor sends, the turn that records it must not fail.
    const json = JSON.stringify(value).replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (part) =>
      part === '\\\\' ? part : '\ufffd',
    )
    return canonicalize(JSON.parse(json)) ?? 'null'
  }
}

const block = 64

/**
 * HMAC-SHA-256 (RFC 2104) of the canonical payload under the entry's salt, base64url. Put together from two hashes at
 * once, because making a key object for a salt that is used a single time takes five times as long.
 */
export function commitTo(salt: Buffer, payload: string): string {
  if (salt.length > block) throw new Error('A salt is at most 64 bytes long.')
  const inner = Buffer.allocUnsafe(block + Buffer.byteLength(payload))
  const outer = Buffer.allocUnsafe(block + 32)
  for (let at = 0; at < block; at++) {
    const byte = salt[at] ?? 0
    inner[at] = byte ^ 0x36
    outer[at] = byte ^ 0x5c
  }
  inner.write(payload, block)
  hash('sha256', inner, 'buffer').copy(outer, block)
  return hash('sha256', outer, 'base64url')
}

/** RFC 6962 leaf hash of an entry, base64url. */
export function toLeaf(entry: string): string {
  return hash('sha256', `\u0000${entry}`, 'base64url')
}
