import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Documents, and what was asked of them.

/** A collection of documents. Its departments are whose visitors may be answered from it; none means everybody's. */
export const collections = sqliteTable(
  'collections',
  {
    forceId: text('force_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    /** JSON list of ids. */
    departments: text('departments').notNull(),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.id] })],
)

export const documents = sqliteTable(
  'documents',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    collection: text('collection').notNull(),
    title: text('title').notNull(),
    /** The newest version. */
    version: integer('version').notNull(),
    /** The version that answers, null before one was approved and after it was taken back. */
    liveVersion: integer('live_version'),
    /** Days, as 2027-03-31, in the force's zone. After the last day of use it answers nothing. */
    reviewOn: text('review_on'),
    lastDay: text('last_day'),
    /** JSON: where a written answer came from, null for files. */
    origin: text('origin'),
    at: integer('at').notNull(),
  },
  (t) => [index('documents_collection').on(t.forceId, t.collection)],
)

export const documentVersions = sqliteTable(
  'document_versions',
  {
    documentId: text('document_id').notNull(),
    version: integer('version').notNull(),
    forceId: text('force_id').notNull(),
    /** The name under which it was given, as text. */
    fileName: text('file_name').notNull(),
    /** reading, ready, approved, refused, failed */
    status: text('status').notNull(),
    /** Until it has been read. */
    file: blob('file', { mode: 'buffer' }),
    /** JSON list of blocks; Markdown in rows from before there were versions. */
    content: text('content'),
    pages: integer('pages'),
    /** JSON list of sentences. */
    warnings: text('warnings').notNull(),
    /** Why it could not be read. */
    problem: text('problem'),
    addedAt: integer('added_at').notNull(),
    addedBy: text('added_by').notNull(),
    decidedAt: integer('decided_at'),
    decidedBy: text('decided_by'),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.version] }),
    index('document_versions_status').on(t.status),
    index('document_versions_force').on(t.forceId),
  ],
)

/** Vectors of a version's passages and sentences, one after the other, as its text has them. */
export const documentVectors = sqliteTable(
  'document_vectors',
  {
    documentId: text('document_id').notNull(),
    version: integer('version').notNull(),
    model: text('model').notNull(),
    dimensions: integer('dimensions').notNull(),
    /** Tells the passages that they were made for from others. */
    digest: text('digest').notNull(),
    vectors: blob('vectors', { mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.version, t.model] })],
)

/** Questions that visitors asked of the documents, and what became of them. */
export const askedQuestions = sqliteTable(
  'asked_questions',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id'),
    at: integer('at').notNull(),
    question: text('question').notNull(),
    locale: text('locale').notNull(),
    /** JSON list of ids: where it was looked for. */
    collections: text('collections').notNull(),
    /** answered, not-answered, refused */
    outcome: text('outcome').notNull(),
    /** In thousandths: how sure the search was. */
    confidence: integer('confidence').notNull(),
    /** JSON: document, version and passage of each source. */
    sources: text('sources').notNull(),
    /** 1, 0, or null where nobody said. */
    helped: integer('helped'),
    /** A person has dealt with it, or put it away. */
    closedAt: integer('closed_at'),
  },
  (t) => [index('asked_questions_at').on(t.forceId, t.at), index('asked_questions_contact').on(t.contactId)],
)

export const testQuestions = sqliteTable(
  'test_questions',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    collection: text('collection').notNull(),
    question: text('question').notNull(),
    /** The document that answers it; null where none may. */
    documentId: text('document_id'),
    /** passed, failed, or null before it was run. */
    result: text('result'),
    /** What was found, in a sentence. */
    found: text('found'),
    ranAt: integer('ran_at'),
  },
  (t) => [index('test_questions_collection').on(t.forceId, t.collection)],
)

export const knowledgeSettings = sqliteTable('knowledge_settings', {
  forceId: text('force_id').primaryKey(),
  /** JSON: model, threshold, language model, hosts that answers may link to. */
  settings: text('settings').notNull(),
})

/** The model of meaning that a force asked to be fetched: whichever process has the claim until `due_at` fetches it. */
export const modelDownloads = sqliteTable('model_downloads', {
  forceId: text('force_id').primaryKey(),
  /** JSON: server, address ranges, repository, revision, other hosts. */
  source: text('source').notNull(),
  /** waiting, running, failed, done */
  status: text('status').notNull(),
  done: integer('done').notNull(),
  total: integer('total'),
  problem: text('problem'),
  /** Counts the claims, so that a process that lost its own can tell. */
  tries: integer('tries').notNull(),
  dueAt: integer('due_at').notNull(),
  askedAt: integer('asked_at').notNull(),
  askedBy: text('asked_by').notNull(),
})
