import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Words ready to be sent, and what was learned from those that were.

/** Words that are ready to be sent. */
export const cannedReplies = sqliteTable(
  'canned_replies',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    /** Whose it is; null for everybody's. */
    department: text('department'),
    title: text('title').notNull(),
    /** JSON: words by language. */
    text: text('text').notNull(),
    /** 1 where it is approved for safeguarding and emergencies. */
    approved: integer('approved').notNull(),
    savedAt: integer('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (t) => [index('canned_replies_force').on(t.forceId, t.title)],
)

/** What was answered to what, as a source of suggestions: used once the contact was closed as resolved. */
export const replyPairs = sqliteTable(
  'reply_pairs',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    department: text('department').notNull(),
    intent: text('intent').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    good: integer('good').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    index('reply_pairs_good').on(t.forceId, t.department, t.good, t.at),
    index('reply_pairs_contact').on(t.contactId),
  ],
)

/** How often a suggestion was taken, changed, or passed over, for each intent: what ranks the next ones. */
export const suggestionScores = sqliteTable(
  'suggestion_scores',
  {
    forceId: text('force_id').notNull(),
    /** `canned:ID`, `document:ID`, `earlier:ID`. */
    source: text('source').notNull(),
    intent: text('intent').notNull(),
    accepted: integer('accepted').notNull(),
    edited: integer('edited').notNull(),
    ignored: integer('ignored').notNull(),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.source, t.intent] })],
)

/** What operators put right about intents. Holds a visitor's words: it goes when the contact is erased. */
export const intentCorrections = sqliteTable(
  'intent_corrections',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    department: text('department'),
    flowId: text('flow_id').notNull(),
    flowVersion: integer('flow_version').notNull(),
    words: text('words').notNull(),
    /** Ids of intents; `other` is none of them. */
    understood: text('understood').notNull(),
    meant: text('meant').notNull(),
    by: text('by_user').notNull(),
    at: integer('at').notNull(),
    /** waiting, accepted, refused */
    status: text('status').notNull(),
    /** What is learned: `words`, or what a supervisor made of them. */
    phrase: text('phrase').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at'),
    /** JSON: what it changed, as it was measured when it was accepted. */
    effect: text('effect'),
  },
  (t) => [
    index('intent_corrections_force').on(t.forceId, t.status),
    index('intent_corrections_contact').on(t.contactId),
  ],
)
