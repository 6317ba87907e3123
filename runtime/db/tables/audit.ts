import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// The record that cannot be quietly changed.

export const auditEntries = sqliteTable('audit_entries', {
  /** Position in the log, counted from 0 without gaps. */
  i: integer('i').primaryKey(),
  forceId: text('force_id').notNull(),
  objectId: text('object_id').notNull(),
  /** The entry as canonical JSON (RFC 8785): what the leaf is the hash of. */
  entry: text('entry').notNull(),
  /** SHA-256(0x00 ‖ entry), base64url. */
  leaf: text('leaf').notNull(),
  /** Random 32 bytes, base64url. Destroyed with the payload when a person's data is erased. */
  salt: text('salt'),
  /** What was committed to. Null where it can be put together from the turn it belongs to. */
  payload: text('payload'),
})

export const auditHead = sqliteTable('audit_head', { id: integer('id').primaryKey(), size: integer('size').notNull() })
