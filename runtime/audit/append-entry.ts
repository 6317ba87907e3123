import { createHash, createHmac, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Operation } from '../../schema/api/route.ts'
import type { Transaction } from '../db/database.ts'

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

const leafPrefix = Buffer.from([0])

/**
 * Appends one entry to the audit log, in the transaction of what it records: either both are there or neither is.
 *
 * The entry is canonical JSON (RFC 8785) and holds a salted commitment, HMAC-SHA-256(salt, canonical payload), so that
 * erasing salt and payload leaves the log verifiable and nothing to guess. The leaf is that of RFC 6962:
 * SHA-256(0x00 ‖ entry). Returns the entry's index.
 */
export async function appendEntry(tx: Transaction, draft: AuditDraft): Promise<number> {
  const i = await tx.nextAuditIndex()
  const salt = randomBytes(32)
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

/** HMAC-SHA-256 of the canonical payload under the entry's salt, base64url. */
export function commitTo(salt: Buffer, payload: string): string {
  return createHmac('sha256', salt).update(payload).digest('base64url')
}

/** RFC 6962 leaf hash of an entry, base64url. */
export function toLeaf(entry: string): string {
  return createHash('sha256').update(leafPrefix).update(entry).digest('base64url')
}
