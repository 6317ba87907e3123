import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// Where visitors come from, and who answers them.

export const sites = sqliteTable(
  'sites',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    flowId: text('flow_id'),
    /** JSON: origins, exitUrl, escape, brand. */
    settings: text('settings').notNull(),
  },
  (t) => [uniqueIndex('sites_key').on(t.key)],
)

export const departments = sqliteTable(
  'departments',
  {
    forceId: text('force_id').notNull(),
    id: text('id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    /** Contacts that it takes at once; null is no limit. */
    capacity: integer('capacity'),
    /** 1 to 5, 1 is served first. */
    priority: integer('priority').notNull().default(3),
    /** JSON: see `Overflow`. Null where nothing goes on to another department. */
    overflow: text('overflow'),
    /** 1 where its contacts end with the survey. */
    survey: integer('survey').notNull().default(1),
    /** JSON: hours, safeguardingWords, escalations, collections. */
    settings: text('settings').notNull(),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.id] })],
)

/** Who works in which department. A row of somebody who is disabled stays, and counts for nothing. */
export const departmentMembers = sqliteTable(
  'department_members',
  {
    forceId: text('force_id').notNull(),
    department: text('department').notNull(),
    userId: text('user_id').notNull(),
    /** operator, supervisor */
    role: text('role').notNull(),
    /** Contacts that they take at once; null is what is usual for the role. */
    most: integer('most'),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.department, t.userId] }), index('department_members_user').on(t.userId)],
)

export const connections = sqliteTable(
  'connections',
  {
    forceId: text('force_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    origin: text('origin').notNull(),
    /** JSON list of CIDR ranges. */
    addresses: text('addresses').notNull(),
    idempotent: integer('idempotent').notNull(),
    /** JSON list of `POST /reports/{reference}`: what may be called. Empty is everything below the origin. */
    paths: text('paths').notNull().default('[]'),
    timeoutSeconds: integer('timeout_seconds').notNull().default(30),
    /** Largest answer, in kilobytes. */
    largestKb: integer('largest_kb').notNull().default(1_024),
    /** JSON: what staff may do with it from the inbox, see `ConnectionAction`. */
    actions: text('actions').notNull().default('[]'),
    /** AES-256-GCM, see `runtime/accounts/vault.ts`. */
    credential: text('credential'),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.id] })],
)
