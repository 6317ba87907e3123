import { z } from 'zod'
import { regions } from '../../schema/bank-holidays.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { defineNode } from '../../schema/node-definition.ts'

const time = /^([01]\d|2[0-3]):[0-5]\d$/
/** Wall-clock times in the zone. `to` up to `24:00`; earlier than `from` means the next morning. */
const Span = z.object({
  from: z.string().regex(time, 'Use a time such as 09:00'),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Use a time such as 17:00'),
})
export type Span = z.infer<typeof Span>

const Spans = z.array(Span).max(6).default([])
/** Opening times by weekday. A day without any is closed. */
const Week = z.object({ mon: Spans, tue: Spans, wed: Spans, thu: Spans, fri: Spans, sat: Spans, sun: Spans })
export type Week = z.infer<typeof Week>
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const Data = z.object({
  name: z.string().optional(),
  /** Id of a department whose own hours count. The settings below then do not. */
  department: z.string().max(64).optional(),
  /** Time zone; the force's own without it. */
  zone: z.string().max(64).optional(),
  week: Week,
  /** Bank holidays of this part of the country are closed. */
  bankHolidays: z.enum(regions).optional(),
  /** Days with hours of their own, before bank holidays and the week; none means closed. */
  special: z
    .array(z.object({ date: z.iso.date(), label: z.string().max(200).optional(), hours: Spans }))
    .max(400)
    .default([]),
})
export type OfficeHoursData = z.infer<typeof Data>

const office: Span[] = [{ from: '09:00', to: '17:00' }]

export const definition = defineNode<OfficeHoursData>({
  type: 'office-hours',
  version: 1,
  name: 'Office hours',
  description: 'Goes one way while a team is open, another while it is closed.',
  category: 'decide',
  icon: 'clock',
  data: Data,
  initial: () => ({
    week: { mon: office, tue: office, wed: office, thu: office, fri: office, sat: [], sun: [] },
    bankHolidays: 'england-and-wales',
    special: [],
  }),
  outcomes: () => [
    { id: 'open', label: 'Open' },
    { id: 'closed', label: 'Closed', fallback: true },
  ],
  summary: (data) => (data.department ? `Hours of ${data.department}` : summariseWeek(data.week)),
  rests: {},
  check: (data) => [
    ...(data.zone === undefined || isZone(data.zone)
      ? []
      : [fault('unknown-zone', 'zone', `“${data.zone}” is not a time zone. Use one such as Europe/London.`)]),
    ...(data.department === undefined &&
    weekdays.every((day) => data.week[day].length === 0) &&
    data.special.length === 0
      ? [fault('never-open', 'week', 'There are no opening times. Every visitor would be told it is closed.')]
      : []),
  ],
  migrations: {},
})

/** "Mon–Fri 09:00–17:00, Sat 10:00–12:00": days with the same hours stand together. */
function summariseWeek(week: Week): string {
  const runs: { from: string; to: string; hours: string }[] = []
  for (const day of weekdays) {
    const hours = week[day].map((span) => `${span.from}–${span.to}`).join(' ')
    const name = day.charAt(0).toUpperCase() + day.slice(1)
    const last = runs.at(-1)
    if (last?.hours === hours) last.to = name
    else runs.push({ from: name, to: name, hours })
  }
  const open = runs.filter((run) => run.hours !== '')
  return (
    open.map((run) => `${run.from === run.to ? run.from : `${run.from}–${run.to}`} ${run.hours}`).join(', ') ||
    'Never open'
  )
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function fault(code: string, field: string, message: string): Omit<FlowIssue, 'node'> {
  return { code, severity: 'fault', field, message }
}
