import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// Contacts and their journal.

export const contacts = sqliteTable(
  'contacts',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    siteId: text('site_id').notNull(),
    number: integer('number').notNull(),
    tokenHash: text('token_hash').notNull(),
    flowId: text('flow_id').notNull(),
    flowVersion: integer('flow_version').notNull(),
    /** Counts up with every turn: a turn that was computed from an older one is not written. */
    version: integer('version').notNull(),
    /** Number of the last event. */
    seq: integer('seq').notNull(),
    /** JSON: see `contact-state.ts`. */
    state: text('state').notNull(),
    /** automated, waiting, with-operator, closed */
    status: text('status').notNull(),
    locale: text('locale').notNull(),
    verdict: text('verdict').notNull(),
    intent: text('intent'),
    department: text('department'),
    /** Index in `queuePriorities`: 0 is an emergency. */
    priority: integer('priority').notNull(),
    queuedAt: integer('queued_at'),
    /** 1 where it was with somebody and came back: before the others of its priority. */
    queuePassed: integer('queue_passed').notNull().default(0),
    ownerId: text('owner_id'),
    ownerSince: integer('owner_since'),
    /** Since when the visitor waits for words of the owner. */
    askedAt: integer('asked_at'),
    /** 1 where the visitor was told that the owner is silent. */
    silent: integer('silent').notNull().default(0),
    /** Kind of danger of the gravest assessment. */
    category: text('category'),
    /** As far as the flow has asked for it. */
    visitorName: text('visitor_name'),
    /** Number of the last event that the visitor's browser took, and that they have certainly seen. */
    deliveredSeq: integer('delivered_seq').notNull().default(0),
    readSeq: integer('read_seq').notNull().default(0),
    seenSeq: integer('seen_seq').notNull().default(0),
    lastWords: text('last_words').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Of the last turn. */
    updatedAt: integer('updated_at').notNull(),
    /** Of anything that the inbox shows: a turn, a note, a tag. */
    changedAt: integer('changed_at').notNull().default(0),
    closedAt: integer('closed_at'),
    closeReason: text('close_reason'),
  },
  (t) => [
    index('contacts_queue').on(t.forceId, t.status, t.priority, t.queuedAt),
    index('contacts_changed').on(t.forceId, t.changedAt),
    index('contacts_owner').on(t.ownerId, t.status),
    index('contacts_flow').on(t.flowId, t.flowVersion, t.status),
  ],
)

/** One row for each thing that happened to a contact: the journal from which its state can be computed again. */
export const turns = sqliteTable(
  'turns',
  {
    contactId: text('contact_id').notNull(),
    n: integer('n').notNull(),
    /** The client's key, or one made from a timer or effect: unique, so that the same thing counts once. */
    key: text('key').notNull(),
    at: integer('at').notNull(),
    /** JSON: see `cause.ts`. */
    cause: text('cause').notNull(),
    /** JSON: what the nodes asked of the world, so that the turn can be computed again. Null where nothing was asked. */
    facts: text('facts'),
    /** JSON, null where there was nothing to assess. */
    assessment: text('assessment'),
    /** JSON: the events that the machine took. */
    path: text('path').notNull(),
    firstSeq: integer('first_seq').notNull(),
    lastSeq: integer('last_seq').notNull(),
    /** Index of its audit entry. */
    audit: integer('audit').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.n] }), uniqueIndex('turns_key').on(t.contactId, t.key)],
)

export const events = sqliteTable(
  'events',
  {
    contactId: text('contact_id').notNull(),
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
    /** JSON: an `EventBody`. */
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.seq] })],
)

export const timers = sqliteTable(
  'timers',
  {
    contactId: text('contact_id').notNull(),
    /** The machine's own name of the delayed event. */
    id: text('id').notNull(),
    dueAt: integer('due_at').notNull(),
    /** Tells two settings of the same timer apart: the turn that set it. */
    setBy: integer('set_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.id] }), index('timers_due').on(t.dueAt)],
)

export const effects = sqliteTable(
  'effects',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    forceId: text('force_id').notNull(),
    turn: integer('turn').notNull(),
    /** Id of the machine's child: the done event is named after it. */
    child: text('child').notNull(),
    /** JSON: an `Effect` of `nodes/kit/step.ts`. */
    request: text('request').notNull(),
    /** Sent as Idempotency-Key. */
    idempotencyKey: text('idempotency_key').notNull(),
    /** waiting, running, done, cancelled */
    status: text('status').notNull(),
    attempts: integer('attempts').notNull(),
    /** When it may be tried: now, after a pause, or when the lease of a process that died is over. */
    dueAt: integer('due_at').notNull(),
  },
  (t) => [index('effects_due').on(t.status, t.dueAt), index('effects_contact').on(t.contactId)],
)

export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('files_contact').on(t.contactId)],
)
