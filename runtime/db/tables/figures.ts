import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Ending, Reason } from '../../../schema/insights.ts'

// What figures are made from.

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
  (t) => [
    index('contact_facts_day').on(t.forceId, t.day),
    index('contact_facts_person').on(t.forceId, t.person),
    index('contact_facts_intent').on(t.forceId, t.intent),
  ],
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
