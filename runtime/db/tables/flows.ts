import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// Flows, their versions, and what happened in them.

export const flows = sqliteTable(
  'flows',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    name: text('name').notNull(),
    /** The draft as a flow document. */
    draft: text('draft').notNull(),
    revision: integer('revision').notNull(),
    liveVersion: integer('live_version'),
    /** Hash of the document of the live version, to see whether the draft differs. */
    liveHash: text('live_hash'),
    savedAt: integer('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
    removedAt: integer('removed_at'),
  },
  (t) => [index('flows_force').on(t.forceId)],
)

export const flowVersions = sqliteTable(
  'flow_versions',
  {
    flowId: text('flow_id').notNull(),
    version: integer('version').notNull(),
    document: text('document').notNull(),
    /** JSON: documents of the flows that it calls, by id, as they were when it was published. */
    called: text('called').notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.flowId, t.version] })],
)

/** What happened at each node in each hour: see `runtime/traffic`. Figures only, nothing of a contact. */
export const trafficHours = sqliteTable(
  'traffic_hours',
  {
    forceId: text('force_id').notNull(),
    flowId: text('flow_id').notNull(),
    flowVersion: integer('flow_version').notNull(),
    /** The instant at which the hour begins. */
    hour: integer('hour').notNull(),
    /** As the engine names it: `report/ask` is a node of a flow that is called. */
    node: text('node').notNull(),
    /** The way by which contacts left; '' counts those that came. */
    outcome: text('outcome').notNull(),
    n: integer('n').notNull(),
    /** JSON: how often each length of time occurred, by bucket. '' where nobody waited. */
    times: text('times').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.flowId, t.flowVersion, t.hour, t.node, t.outcome] }),
    index('traffic_flow').on(t.flowId, t.hour),
  ],
)

/** Where the contacts are that have not ended, as far as they are counted. */
export const trafficVisits = sqliteTable('traffic_visits', {
  contactId: text('contact_id').primaryKey(),
  node: text('node').notNull(),
  since: integer('since').notNull(),
  silent: integer('silent').notNull(),
})

/** The position of the audit log from which turns are not counted yet. */
export const trafficMark = sqliteTable('traffic_mark', {
  id: integer('id').primaryKey(),
  next: integer('next').notNull(),
})

/** Pages on which a flow is open, so that designers see each other. Nothing depends on it. */
export const flowPresence = sqliteTable(
  'flow_presence',
  {
    clientId: text('client_id').primaryKey(),
    flowId: text('flow_id').notNull(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    node: text('node'),
    seenAt: integer('seen_at').notNull(),
  },
  (t) => [index('flow_presence_flow').on(t.flowId)],
)
