import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// Forces, the people in them, and how they sign in.

export const forces = sqliteTable('forces', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  zone: text('zone').notNull(),
  /** JSON: see `account-settings.ts`. */
  accounts: text('accounts').notNull().default('{}'),
  /** JSON: see `schema/limits.ts`. */
  limits: text('limits').notNull().default('{}'),
  createdAt: integer('created_at').notNull(),
})

export const counters = sqliteTable(
  'counters',
  { forceId: text('force_id').notNull(), name: text('name').notNull(), value: integer('value').notNull() },
  (t) => [primaryKey({ columns: [t.forceId, t.name] })],
)

/** How much a force used, by calendar month of its zone. Counted as it happens. */
export const usageMonths = sqliteTable(
  'usage_months',
  {
    forceId: text('force_id').notNull(),
    month: text('month').notNull(),
    contacts: integer('contacts').notNull(),
    turns: integer('turns').notNull(),
    /** The most contacts that the flow served at the same time. */
    most: integer('most').notNull(),
    limited: integer('limited').notNull(),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.month] })],
)

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    /** In small letters. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    /** JSON list of roles. */
    roles: text('roles').notNull(),
    disabledAt: integer('disabled_at'),
    createdAt: integer('created_at').notNull(),
    /** The last request, to the minute. */
    seenAt: integer('seen_at'),
    /** Secret of the second factor, sealed by the vault; null where there is none. */
    totp: text('totp'),
    /** Time step of the last code that was taken: no code works twice. */
    totpStep: integer('totp_step'),
    /** Who the force's own sign-in says they are: issuer and subject. */
    identity: text('identity'),
    /** JSON: how far they are with the tour of the inbox. */
    tour: text('tour'),
  },
  (t) => [uniqueIndex('users_email').on(t.email), uniqueIndex('users_identity').on(t.identity)],
)

/** Each opens an account once where the second factor is lost. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  { userId: text('user_id').notNull(), codeHash: text('code_hash').notNull(), usedAt: integer('used_at') },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/** Links that let somebody choose a password, once: to begin (`invitation`) or to begin again (`reset`). */
export const accountLinks = sqliteTable(
  'account_links',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    /** SHA-256 of the token: the link itself is nowhere. */
    tokenHash: text('token_hash').notNull(),
    kind: text('kind').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** JSON: roles and memberships that an invitation brings. */
    grants: text('grants').notNull(),
    /** Whose password a reset is for. */
    userId: text('user_id'),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [uniqueIndex('account_links_token').on(t.tokenHash), index('account_links_force').on(t.forceId)],
)

/** Keys for programs, each with a part of what its person may do. */
export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** JSON list, `flows:read`. */
    scopes: text('scopes').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [uniqueIndex('api_tokens_token').on(t.tokenHash), index('api_tokens_user').on(t.userId)],
)

/** Sign-ins that are under way at the force's own provider. */
export const oidcSignIns = sqliteTable('oidc_sign_ins', {
  stateHash: text('state_hash').primaryKey(),
  /** SHA-256 of a cookie: only the browser that began may finish. */
  browserHash: text('browser_hash').notNull(),
  forceId: text('force_id').notNull(),
  /** Nonce and verifier, sealed by the vault. */
  secrets: text('secrets').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token: the token itself is nowhere. */
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id').notNull(),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    agent: text('agent').notNull(),
    /** password, provider */
    via: text('via').notNull().default('password'),
  },
  (t) => [index('sessions_user').on(t.userId)],
)
