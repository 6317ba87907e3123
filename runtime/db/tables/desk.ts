import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// What people do with contacts.

/** Something that a person has to look at: a call whose outcome nobody knows, a flow that failed. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** The connection whose call has to be looked after; null where a flow failed. */
    connection: text('connection'),
    text: text('text').notNull(),
    at: integer('at').notNull(),
    doneAt: integer('done_at'),
    doneBy: text('done_by'),
    /** recorded, not-recorded, done */
    outcome: text('outcome'),
    /** That the far side gave, as the person found it there. */
    reference: text('reference'),
  },
  (t) => [index('tasks_contact').on(t.contactId), index('tasks_open').on(t.forceId, t.doneAt)],
)

/** One row for each time that a contact waited in a queue, or was with somebody: what waiting times are measured from. */
export const stays = sqliteTable(
  'stays',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** queue, operator */
    kind: text('kind').notNull(),
    department: text('department').notNull(),
    /** Index in `queuePriorities` when it began. */
    priority: integer('priority').notNull(),
    /** Whoever had it, or picked it up. */
    userId: text('user_id'),
    beganAt: integer('began_at').notNull(),
    endedAt: integer('ended_at'),
    /** joined, moved, left (it went on without a person), closed, passed */
    endedBy: text('ended_by'),
  },
  (t) => [
    index('stays_contact').on(t.contactId, t.endedAt),
    index('stays_department').on(t.forceId, t.department, t.kind, t.endedAt),
  ],
)

/** What people of the force want to be given, and whether their browser is there. */
export const presence = sqliteTable(
  'presence',
  {
    userId: text('user_id').primaryKey(),
    forceId: text('force_id').notNull(),
    /** available, busy, away */
    state: text('state').notNull(),
    since: integer('since').notNull(),
    /** When a browser of theirs was last heard. */
    seenAt: integer('seen_at').notNull(),
    /** When their last browser went away; null while one is there. */
    leftAt: integer('left_at'),
    /** JSON list of languages besides English that they answer in: `cy`. */
    languages: text('languages').notNull().default('[]'),
    /** When they were last given a contact by the queue. */
    assignedAt: integer('assigned_at').notNull().default(0),
  },
  (t) => [index('presence_force').on(t.forceId, t.seenAt)],
)

/** Who looks over whose shoulder. */
export const watchers = sqliteTable(
  'watchers',
  {
    contactId: text('contact_id').notNull(),
    userId: text('user_id').notNull(),
    forceId: text('force_id').notNull(),
    since: integer('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.userId] }), index('watchers_user').on(t.userId)],
)

/** What people of the force write to each other in a contact. The visitor never sees it. */
export const notes = sqliteTable(
  'notes',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    authorId: text('author_id').notNull(),
    /** note, whisper (from who supervises to who answers), transfer */
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('notes_contact').on(t.contactId, t.at)],
)

/** What people who supervise have to know of: it stands until its cause is gone. */
export const deskWarnings = sqliteTable(
  'desk_warnings',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    department: text('department'),
    /** unowned, nobody-there, silent, escalated, reassess, promise */
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    raisedAt: integer('raised_at').notNull(),
    clearedAt: integer('cleared_at'),
  },
  (t) => [index('desk_warnings_open').on(t.forceId, t.clearedAt), index('desk_warnings_contact').on(t.contactId)],
)

/** Threat, harm, risk, investigation, vulnerability, engagement: each record stands as it was signed. */
export const thriveRecords = sqliteTable(
  'thrive_records',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** Its place among the records of the contact, from 1. */
    n: integer('n').notNull().default(0),
    /** emergency, priority, standard, none */
    grade: text('grade').notNull(),
    /** JSON: the six letters, and the numbers of the events that they rest on. */
    record: text('record').notNull(),
    reason: text('reason'),
    signedBy: text('signed_by').notNull(),
    signedAt: integer('signed_at').notNull(),
    /** waiting: a second person has to agree. holds, refused. */
    status: text('status').notNull(),
    secondBy: text('second_by'),
    secondAt: integer('second_at'),
    reviewAt: integer('review_at'),
  },
  (t) => [
    index('thrive_records_contact').on(t.contactId, t.signedAt),
    index('thrive_records_review').on(t.forceId, t.reviewAt),
  ],
)

/** What the visitor was told about what police will do: facts that nobody changes. */
export const toldFacts = sqliteTable(
  'told_facts',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** Its place among the facts of the contact, from 1. */
    n: integer('n').notNull().default(0),
    /** will-attend, will-not-attend, will-contact, reference, kept */
    kind: text('kind').notNull(),
    /** By when. */
    dueAt: integer('due_at'),
    reference: text('reference'),
    words: text('words').notNull(),
    /** With `kept`: the promise that was kept, or replaced. */
    of: text('of'),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('told_facts_contact').on(t.contactId, t.at), index('told_facts_due').on(t.forceId, t.dueAt)],
)

/** Somebody nobody could come for wants to be rung up. */
export const callBacks = sqliteTable(
  'call_backs',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    department: text('department').notNull(),
    phone: text('phone').notNull(),
    at: integer('at').notNull(),
    /** Who has it. */
    ownerId: text('owner_id'),
    doneAt: integer('done_at'),
    outcome: text('outcome'),
  },
  (t) => [index('call_backs_open').on(t.forceId, t.doneAt)],
)

export const contactTags = sqliteTable(
  'contact_tags',
  {
    contactId: text('contact_id').notNull(),
    tag: text('tag').notNull(),
    forceId: text('force_id').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.contactId, t.tag] }), index('contact_tags_force').on(t.forceId, t.tag)],
)

/** What staff did in other systems for a contact, each made once. */
export const deskCalls = sqliteTable(
  'desk_calls',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** The browser's: pressing twice counts once. */
    key: text('key').notNull(),
    connection: text('connection').notNull(),
    /** Names of the system and of the action, as they were. */
    system: text('system').notNull(),
    name: text('name').notNull(),
    /** running, done, refused, failed, unknown */
    status: text('status').notNull(),
    reference: text('reference'),
    by: text('by').notNull(),
    at: integer('at').notNull(),
    /** While it runs: when nobody can be at it any more. */
    dueAt: integer('due_at'),
  },
  (t) => [uniqueIndex('desk_calls_key').on(t.contactId, t.key), index('desk_calls_due').on(t.status, t.dueAt)],
)

/** Reports that visitors were told are recorded. A flow that calls others can make more than one. */
export const reports = sqliteTable(
  'reports',
  {
    contactId: text('contact_id').notNull(),
    /** Which of the contact's reports. */
    n: integer('n').notNull(),
    forceId: text('force_id').notNull(),
    reference: text('reference').notNull(),
    /** When it counts as made: the start of every clock. */
    madeAt: integer('made_at').notNull(),
    /** The same as the force's clocks show it: `2026-11-20T19:41`. */
    made: text('made').notNull(),
    /** What happens next, as the visitor was told. */
    next: text('next').notNull(),
    locale: text('locale').notNull(),
    /** SHA-256 of the token of its page; null where there is none. */
    tokenHash: text('token_hash'),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.n] }),
    uniqueIndex('reports_token').on(t.tokenHash),
    index('reports_force').on(t.forceId, t.madeAt),
  ],
)
