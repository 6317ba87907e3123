import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Ending, Reason } from '../../schema/insights.ts'

/**
 * Every table, once. SQLite takes these definitions as they are; PostgreSQL gets the same tables with `integer` as
 * `bigint` and `blob` as `bytea` (see `migrate.ts`), and the same queries with numbered parameters (see `postgres.ts`).
 * So only types that mean the same on both may be used: text, integer, blob. Instants are milliseconds since 1970, UTC;
 * JSON is text.
 */

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

/** Answers of surveys. No contact stands in it, and the day is all of the time: they are kept apart from identity. */
export const ratings = sqliteTable(
  'ratings',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    flowId: text('flow_id').notNull(),
    flowVersion: integer('flow_version').notNull(),
    department: text('department'),
    intent: text('intent'),
    day: text('day').notNull(),
    csat: integer('csat'),
    nps: integer('nps'),
    comment: text('comment'),
  },
  (t) => [index('ratings_day').on(t.forceId, t.day)],
)

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

/** Reports of figures that go out by mail. */
export const reportSchedules = sqliteTable(
  'report_schedules',
  {
    id: text('id').primaryKey(),
    forceId: text('force_id').notNull(),
    name: text('name').notNull(),
    every: text('every').$type<'day' | 'week' | 'month'>().notNull(),
    hour: integer('hour').notNull(),
    format: text('format').$type<'xlsx' | 'pdf'>().notNull(),
    department: text('department'),
    /** JSON list of addresses. */
    to: text('to_addresses').notNull(),
    /** Whose rights decide what stands in it. */
    createdBy: text('created_by').notNull(),
    nextAt: integer('next_at').notNull(),
    lastAt: integer('last_at'),
  },
  (t) => [index('report_schedules_due').on(t.nextAt)],
)

/** What figures need to know of a contact: follows from its journal, see `runtime/insights/contact-facts.ts`. */
export const contactFacts = sqliteTable(
  'contact_facts',
  {
    contactId: text('contact_id').primaryKey(),
    forceId: text('force_id').notNull(),
    day: text('day').notNull(),
    hour: integer('hour').notNull(),
    beganAt: integer('began_at').notNull(),
    endedAt: integer('ended_at'),
    flowId: text('flow_id').notNull(),
    flowVersion: integer('flow_version').notNull(),
    siteId: text('site_id').notNull(),
    intent: text('intent').notNull(),
    department: text('department').notNull(),
    verdict: text('verdict').notNull(),
    ending: text('ending').$type<Ending>().notNull(),
    reason: text('reason').$type<Reason>(),
    operatorId: text('operator_id'),
    leftAt: text('left_at'),
    journey: integer('journey').notNull(),
    visitorTurns: integer('visitor_turns').notNull(),
    waited: integer('waited'),
    firstResponse: integer('first_response'),
    handled: integer('handled'),
    lasted: integer('lasted'),
    person: text('person'),
    /** 1 when the same person began another contact within 72 hours of this one's end. */
    back: integer('back').notNull(),
  },
  (t) => [index('contact_facts_day').on(t.forceId, t.day), index('contact_facts_person').on(t.forceId, t.person)],
)

/** Sums of figures, by day or by month: see `runtime/insights/cells.ts`. Can be made again from `contact_facts`. */
export const insightCells = sqliteTable(
  'insight_cells',
  {
    forceId: text('force_id').notNull(),
    kind: text('kind').notNull(),
    /** `2026-11-20` or `2026-11`. */
    period: text('period').notNull(),
    /** JSON list. */
    key: text('key').notNull(),
    /** JSON. */
    figures: text('figures').notNull(),
  },
  (t) => [primaryKey({ columns: [t.forceId, t.kind, t.period, t.key] })],
)

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
