import { z } from 'zod'
import { endings, reasons } from '../insights.ts'
import { defineRoutes } from './route.ts'

const readers = ['supervisor', 'designer', 'admin'] as const
const Day = z.iso.date()
const Id = z.string().max(64)

/** Which contacts are counted. Days are those of the force's own time zone; both are counted in. */
export const InsightsFilter = z.object({
  from: Day,
  to: Day,
  department: Id.optional(),
  intent: Id.optional(),
  site: Id.optional(),
  flow: Id.optional(),
  version: z.coerce.number().int().min(1).optional(),
})
export type InsightsFilter = z.infer<typeof InsightsFilter>

const Count = z.int().min(0)
/** A median or another share of times, in seconds, with how many times it was made of. Null where they are too few. */
const Seconds = z.object({ seconds: z.number().nullable(), n: Count })
/** A mean or score of answers. Null where they are too few. */
const Score = z.object({ value: z.number().nullable(), n: Count })
/** Something that happened to `n` of `of`. */
const Part = z.object({ n: Count, of: Count })

export const Figures = z.object({
  contacts: Count,
  /** Answered without a person, of those that are over. */
  alone: Part,
  left: Part,
  firstResponse: Seconds,
  /** Nine in ten waited no longer. */
  wait: Seconds,
  handling: Seconds,
  lasting: Seconds,
  satisfaction: Score,
  recommend: Score,
  emergencies: Count,
  safeguarding: Count,
  acknowledged: Seconds,
  /** Came back within 72 hours, of those who were answered without a person and can be recognised. */
  cameBack: Part,
  visitorTurns: Count,
  /** One entry for each hour, day, week or month: `2026-11-20T19`, `2026-11-20` (a week's Monday), `2026-11`. */
  trend: z.array(z.object({ at: z.string(), alone: Count, person: Count, danger: Count, other: Count })),
  unit: z.enum(['hour', 'day', 'week', 'month']),
  journey: z.array(Count),
  endings: z.array(z.object({ ending: z.enum(endings), n: Count })),
  reasons: z.array(z.object({ reason: z.enum(reasons), n: Count })),
  intents: z.array(z.object({ intent: z.string(), n: Count, trend: z.array(Count) })),
  /** Monday first, each with its 24 hours. */
  hours: z.array(z.array(Count)),
  departments: z.array(
    z.object({ department: z.string(), n: Count, wait: Seconds, handling: Seconds, satisfaction: Score }),
  ),
  versions: z.array(
    z.object({ flow: z.string(), version: z.int(), n: Count, alone: Part, left: Part, satisfaction: Score }),
  ),
  /** Where visitors went away. */
  leftAt: z.array(
    z.object({
      flow: z.string(),
      version: z.int(),
      node: z.string(),
      /** What the step is called on its card. */
      name: z.string(),
      n: Count,
    }),
  ),
  operators: z.array(
    z.object({ operator: z.string(), name: z.string(), n: Count, firstResponse: Seconds, handling: Seconds }),
  ),
  csat: z.array(Count),
  nps: z.array(Count),
  themes: z.array(z.object({ theme: z.string(), positive: Count, mixed: Count, negative: Count })),
  comments: Count,
})
export type Figures = z.infer<typeof Figures>

/** What comments speak of, found by putting alike ones together. */
export const CommentTheme = z.object({
  name: z.string(),
  /** Whose name it is: made of words of the comments, or given by the force’s language model and held to the comments. */
  by: z.enum(['words', 'model']),
  n: z.int(),
  /** Of all comments of the period, from 0 to 1; null while there are too few for a share. */
  share: z.number().nullable(),
  positive: z.int(),
  mixed: z.int(),
  negative: z.int(),
  /** The most typical ones. */
  examples: z.array(z.string()),
})
export type CommentTheme = z.infer<typeof CommentTheme>

const Comment = z.object({
  id: z.string(),
  day: Day,
  department: z.string().nullable(),
  intent: z.string().nullable(),
  csat: z.int().nullable(),
  nps: z.int().nullable(),
  comment: z.string(),
  feeling: z.enum(['positive', 'mixed', 'negative']),
  themes: z.array(z.string()),
})
export type Comment = z.infer<typeof Comment>

/** One version of a flow in a period, by the steps that were come to. The busiest first. */
export const FlowSteps = z.object({
  steps: z.array(
    z.object({
      node: z.string(),
      name: z.string(),
      /** Visitors are asked something here, and so can leave. */
      asks: z.boolean(),
      /** A contact that comes to a step twice counts twice. */
      visits: Count,
      left: Count,
      /** Of the visits that are over; null while they are too few for a share. */
      leftShare: z.number().nullable(),
      /** From coming to going on, in milliseconds. */
      median: z.number().nullable(),
    }),
  ),
})
export type FlowSteps = z.infer<typeof FlowSteps>

const CountedContact = z.object({
  id: z.string(),
  number: z.int(),
  beganAt: z.string(),
  department: z.string(),
  intent: z.string(),
  ending: z.enum(endings),
  reason: z.enum(reasons).nullable(),
  verdict: z.string(),
  waited: z.number().nullable(),
})
export type CountedContact = z.infer<typeof CountedContact>

/** What is so at this moment. */
export const LiveFigures = z.object({
  at: z.string(),
  open: Count,
  automated: Count,
  waiting: Count,
  withPerson: Count,
  /** Since when the contact waits that has waited longest. */
  longestSince: z.string().nullable(),
  /** Contacts that are nobody's: always 0, or something is wrong. */
  unowned: Count,
  alerts: Count,
  people: Count,
  departments: z.array(
    z.object({
      department: z.string(),
      name: z.string(),
      open: z.boolean(),
      waiting: Count,
      withPerson: Count,
      longestSince: z.string().nullable(),
    }),
  ),
  today: z.object({ contacts: Count, alone: Part }),
})
export type LiveFigures = z.infer<typeof LiveFigures>

export const ExportFormat = z.enum(['csv', 'xlsx', 'pdf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** A report that goes out by mail, again and again: of the day, week or month before. */
export const Schedule = z.object({
  id: z.string(),
  name: z.string().min(1).max(100),
  every: z.enum(['day', 'week', 'month']),
  /** In the force's own time zone: a week's report goes out on Monday, a month's on the first. */
  hour: z.int().min(0).max(23),
  format: z.enum(['xlsx', 'pdf']),
  department: Id.nullable(),
  to: z.array(z.email().max(200)).min(1).max(20),
  nextAt: z.string(),
  lastAt: z.string().nullable(),
})
export type Schedule = z.infer<typeof Schedule>
const ScheduleChange = Schedule.omit({ id: true, nextAt: true, lastAt: true })
export type ScheduleChange = z.infer<typeof ScheduleChange>

export const insightsRoutes = defineRoutes({
  figures: {
    id: 'insights.figures',
    method: 'get',
    path: '/api/insights',
    summary: 'The figures of a period, and of the one to compare it with. Supervisors get those of their departments',
    access: readers,
    operation: 'none',
    query: InsightsFilter.extend({ compareFrom: Day.optional(), compareTo: Day.optional() }),
    status: 200,
    response: z.object({
      /** Everything that happened before this instant is counted. */
      countedTo: z.string(),
      figures: Figures,
      compared: Figures.nullable(),
    }),
  },
  steps: {
    id: 'insights.steps',
    method: 'get',
    path: '/api/insights/steps',
    summary: 'How many contacts came to each step of a flow version, and how many left there. Figures only',
    access: readers,
    operation: 'none',
    query: z.object({ from: Day, to: Day, flow: Id, version: z.coerce.number().int().min(1) }),
    status: 200,
    response: FlowSteps,
  },
  choices: {
    id: 'insights.choices',
    method: 'get',
    path: '/api/insights/choices',
    summary: 'What figures can be filtered by, with names',
    access: readers,
    operation: 'none',
    status: 200,
    response: z.object({
      first: Day.nullable(),
      today: Day,
      departments: z.array(z.object({ id: z.string(), name: z.string() })),
      sites: z.array(z.object({ id: z.string(), name: z.string() })),
      flows: z.array(z.object({ id: z.string(), name: z.string(), versions: z.array(z.int()) })),
      intents: z.array(z.string()),
    }),
  },
  live: {
    id: 'insights.live',
    method: 'get',
    path: '/api/insights/live',
    summary: 'What is so at this moment',
    access: ['supervisor', 'admin'],
    operation: 'none',
    status: 200,
    response: LiveFigures,
  },
  comments: {
    id: 'insights.comments',
    method: 'get',
    path: '/api/insights/comments',
    summary: 'What visitors wrote in surveys, without anything that says who they are',
    access: ['supervisor', 'admin'],
    operation: 'consultation',
    query: InsightsFilter.extend({ theme: z.string().max(100).optional() }),
    status: 200,
    response: z.object({ comments: z.array(Comment), more: z.boolean() }),
  },
  commentThemes: {
    id: 'insights.comment-themes',
    method: 'get',
    path: '/api/insights/comment-themes',
    summary: 'What the comments of a period speak of, found on this machine by putting alike ones together',
    access: ['supervisor', 'admin'],
    operation: 'consultation',
    query: InsightsFilter,
    status: 200,
    response: z.object({
      /** How many comments were read. */
      comments: z.int(),
      /** How it was told which are alike: by a sentence model of this machine, or by their words. */
      by: z.enum(['meaning', 'words']),
      themes: z.array(CommentTheme),
      /** Names are being asked for: asking again after a moment may show more of them. */
      naming: z.boolean(),
    }),
  },
  contacts: {
    id: 'insights.contacts',
    method: 'get',
    path: '/api/insights/contacts',
    summary: 'The contacts behind a figure',
    access: ['supervisor', 'admin'],
    operation: 'consultation',
    query: InsightsFilter.extend({
      ending: z.enum(endings).optional(),
      reason: z.enum(reasons).optional(),
      leftAt: z.string().max(200).optional(),
    }),
    status: 200,
    response: z.object({ contacts: z.array(CountedContact), more: z.boolean() }),
  },
  export: {
    id: 'insights.export',
    method: 'get',
    path: '/api/insights/export',
    summary:
      'The figures as a file: one table as CSV, all of them as Excel, or a report to print. Each export is recorded',
    access: ['supervisor', 'admin'],
    operation: 'disclosure',
    query: InsightsFilter.extend({ format: ExportFormat, table: z.string().max(50).optional() }),
    status: 200,
    media: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'],
  },
  print: {
    id: 'insights.print',
    method: 'post',
    path: '/api/insights/prints',
    summary: 'Says that the figures are being printed, so that it is recorded like every other export',
    access: readers,
    operation: 'disclosure',
    body: InsightsFilter.extend({ tab: z.string().max(20) }),
    status: 204,
  },
  schedules: {
    id: 'insights.schedules',
    method: 'get',
    path: '/api/insights/schedules',
    summary: 'Reports that go out by mail',
    access: ['supervisor', 'admin'],
    operation: 'none',
    status: 200,
    response: z.object({ schedules: z.array(Schedule), canSend: z.boolean() }),
  },
  addSchedule: {
    id: 'insights.add-schedule',
    method: 'post',
    path: '/api/insights/schedules',
    summary: 'Send a report by mail again and again',
    access: ['supervisor', 'admin'],
    operation: 'setting',
    body: ScheduleChange,
    status: 201,
    response: Schedule,
  },
  removeSchedule: {
    id: 'insights.remove-schedule',
    method: 'delete',
    path: '/api/insights/schedules/{id}',
    summary: 'Send a report no more',
    access: ['supervisor', 'admin'],
    operation: 'setting',
    params: z.object({ id: Id }),
    status: 204,
  },
})
