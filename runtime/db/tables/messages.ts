import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// What goes out by mail and to other systems.

/** The mail server of a force. */
export const mailSettings = sqliteTable('mail_settings', {
  forceId: text('force_id').primaryKey(),
  host: text('host').notNull(),
  port: integer('port').notNull(),
  security: text('security').$type<'tls' | 'starttls' | 'none'>().notNull(),
  /** JSON list of CIDR ranges. */
  addresses: text('addresses').notNull(),
  fromName: text('from_name').notNull(),
  fromAddress: text('from_address').notNull(),
  user: text('user_name').notNull(),
  /** AES-256-GCM, see `runtime/accounts/vault.ts`. */
  password: text('password'),
})

/** Systems that are told what happens. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    /** JSON list of CIDR ranges. */
    addresses: text('addresses').notNull(),
    /** JSON list of the kinds of events. */
    kinds: text('kinds').notNull(),
    /** AES-256-GCM, see `runtime/accounts/vault.ts`. */
    secret: text('secret').notNull(),
    state: text('state').$type<'active' | 'off' | 'paused'>().notNull(),
    pausedBecause: text('paused_because'),
    /** Since when nothing was taken; null while all is well. */
    failingSince: integer('failing_since'),
  },
  (t) => [index('webhooks_force').on(t.forceId)],
)

/** What they are told, and what became of it. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    /** Sent with every attempt: the receiver knows a repetition by it. */
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    webhookId: text('webhook_id').notNull(),
    kind: text('kind').notNull(),
    body: text('body').notNull(),
    status: text('status').$type<'waiting' | 'delivered' | 'failed'>().notNull(),
    attempts: integer('attempts').notNull(),
    dueAt: integer('due_at').notNull(),
    at: integer('at').notNull(),
    /** HTTP status of the last answer. */
    answer: integer('answer'),
    problem: text('problem'),
  },
  (t) => [
    index('webhook_deliveries_due').on(t.status, t.dueAt),
    index('webhook_deliveries_webhook').on(t.webhookId, t.at),
  ],
)

/** The outbox. */
export const mails = sqliteTable(
  'mails',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    kind: text('kind').notNull(),
    to: text('to_address').notNull(),
    subject: text('subject').notNull(),
    /** JSON: text and attachments. Emptied when it was sent. */
    body: text('body').notNull(),
    status: text('status').$type<'waiting' | 'sent' | 'failed'>().notNull(),
    tries: integer('tries').notNull(),
    dueAt: integer('due_at').notNull(),
    at: integer('at').notNull(),
    problem: text('problem'),
  },
  (t) => [index('mails_due').on(t.status, t.dueAt), index('mails_force').on(t.forceId, t.at)],
)
