import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// Alerts, and a force’s own part of the detector.

export const alerts = sqliteTable(
  'alerts',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    number: integer('number').notNull(),
    verdict: text('verdict').notNull(),
    words: text('words').notNull(),
    assessment: text('assessment').notNull(),
    raisedAt: integer('raised_at').notNull(),
    acknowledgedAt: integer('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    /** Index in `alertLevels`: who has been told so far. */
    level: integer('level').notNull().default(0),
    /** When it goes one level higher, unless somebody acknowledges it. Null when it cannot. */
    dueAt: integer('due_at'),
    /** The turn that raised it. */
    turn: integer('turn'),
  },
  (t) => [
    index('alerts_open').on(t.forceId, t.acknowledgedAt),
    index('alerts_contact').on(t.contactId),
    index('alerts_due').on(t.dueAt),
  ],
)

/** How a force's alerts go higher, and what it adds to the advice. */
export const safetySettings = sqliteTable('safety_settings', {
  forceId: text('force_id').primaryKey(),
  /** JSON: see `SafetySettings` in `schema/api/safety.ts`. */
  settings: text('settings').notNull(),
})

/** The force's own words, phrases and exceptions. One that was removed stays, with who removed it and why. */
export const safetyPhrases = sqliteTable(
  'safety_phrases',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    /** emergency, safeguarding, or exception: words that are not judged. */
    kind: text('kind').notNull(),
    phrase: text('phrase').notNull(),
    category: text('category').notNull(),
    locale: text('locale').notNull(),
    reason: text('reason').notNull(),
    addedAt: integer('added_at').notNull(),
    addedBy: text('added_by').notNull(),
    removedAt: integer('removed_at'),
    removedBy: text('removed_by'),
    removedReason: text('removed_reason'),
  },
  (t) => [index('safety_phrases_force').on(t.forceId, t.removedAt)],
)

/** Messages that a person of the force judged: the force's own part of the labelled set. */
export const safetyExamples = sqliteTable(
  'safety_examples',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    contactId: text('contact_id').notNull(),
    /** The turn whose message it is: one example for each. */
    turn: integer('turn').notNull(),
    text: text('text').notNull(),
    /** JSON list: the messages before it, as the detector had them. */
    context: text('context').notNull(),
    label: text('label').notNull(),
    category: text('category').notNull(),
    /** The verdict that it was given when it arrived, and by which detector. */
    verdict: text('verdict').notNull(),
    detectorVersion: text('detector_version').notNull(),
    markedAt: integer('marked_at').notNull(),
    markedBy: text('marked_by').notNull(),
  },
  (t) => [
    uniqueIndex('safety_examples_turn').on(t.contactId, t.turn),
    index('safety_examples_force').on(t.forceId, t.markedAt),
  ],
)

/** Every training of the learned layer on a force's own examples: what came of it, and the weights where they passed. */
export const safetyModels = sqliteTable(
  'safety_models',
  {
    forceId: text('force_id').notNull(),
    version: integer('version').notNull(),
    /** training, accepted, refused, failed */
    state: text('state').notNull(),
    /** 1 while it judges the force's messages. */
    active: integer('active').notNull(),
    /** Word rules, features and built-in labelled set that it was trained with: it is only used with these. */
    base: text('base').notNull(),
    /** Own examples that it was trained on. */
    examples: integer('examples').notNull(),
    /** The file of the learned layer. */
    weights: text('weights'),
    /** JSON: figures before and after, why it was refused, which messages would be lost. */
    result: text('result'),
    startedAt: integer('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    finishedAt: integer('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.version] })],
)
