import { z } from 'zod'
import { regions } from './bank-holidays.ts'
import { Text } from './text.ts'

export const DepartmentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
export const DayHours = z.object({ opens: z.string().regex(/^\d\d:\d\d$/), closes: z.string().regex(/^\d\d:\d\d$/) })
export type DayHours = z.infer<typeof DayHours>

/** Why contacts go on to another department: each alone is enough. */
export const overflowReasons = ['closed', 'full', 'nobody-there', 'waiting'] as const
export const Overflow = z.object({
  /** Id of the department that takes them. */
  to: DepartmentId,
  when: z.array(z.enum(overflowReasons)).min(1),
  /** For `waiting`: how long somebody has waited. */
  afterMinutes: z.int().min(1).max(240),
})
export type Overflow = z.infer<typeof Overflow>

/** What can be noticed in a contact that makes it more than usual. */
export const escalationSigns = [
  'words',
  'risk',
  'dissatisfied',
  'asked-for-person',
  'unsure',
  'failed',
  'turns',
] as const
export const EscalationRule = z.object({
  sign: z.enum(escalationSigns),
  /** For `words`: one of them stands in what the visitor wrote. */
  words: z.array(z.string().min(1).max(100)).max(200),
  /** For `unsure`, `failed` and `turns`: how often. */
  times: z.int().min(1).max(100),
  /** Only contacts with one of these intents; all of them when there are none. */
  intents: z.array(z.string().max(64)).max(200),
  /** What follows: the contact goes before the others, to another department, or in front of a supervisor. */
  high: z.boolean(),
  to: DepartmentId.nullable(),
  supervisor: z.boolean(),
})
export type EscalationRule = z.infer<typeof EscalationRule>

/** Where a department may stand in the order of the force: 1 is served first. */
export const usualPriority = 3

export const Department = z.object({
  id: DepartmentId,
  name: z.string().min(1).max(100),
  /** Opening hours by day, Monday first; a day without entries is closed. Without `hours` it is always open. */
  hours: z.array(z.array(DayHours).max(4)).min(7).max(7).nullable(),
  /** Closed on the bank holidays of this part of the country, whatever `hours` say. Not for one that is always open. */
  bankHolidays: z.enum(regions).nullable().default(null),
  /** The force's own safeguarding words, shown when this department gets a safeguarding contact. */
  safeguardingWords: Text.nullable(),
  /** Contacts that it takes at once, waiting and with operators together; beyond that it is full. `null` is no limit. */
  capacity: z.int().min(1).max(10_000).nullable().default(null),
  /** 1 to 5: among contacts that are equally urgent, those of the lower number are picked up first. */
  priority: z.int().min(1).max(5).default(usualPriority),
  overflow: Overflow.nullable().default(null),
  /** `by-hand`: operators pick contacts up. `automatic`: whoever is available and has room is given the next one. */
  assignment: z.enum(['by-hand', 'automatic']).default('by-hand'),
  escalations: z.array(EscalationRule).max(50).default([]),
  /** Collections of documents that its operators and its flow steps answer from. */
  collections: z.array(z.string().min(1).max(100)).max(100).default([]),
  /** Whether its contacts end with the survey. After an emergency or a safeguarding verdict none is asked in any case. */
  survey: z.boolean().default(true),
})
export type Department = z.infer<typeof Department>

/** What a department is before anybody decides otherwise. */
export const usualDepartment: Omit<Department, 'id' | 'name'> = {
  hours: null,
  bankHolidays: null,
  safeguardingWords: null,
  capacity: null,
  priority: usualPriority,
  overflow: null,
  assignment: 'by-hand',
  escalations: [],
  collections: [],
  survey: true,
}

export const memberRoles = ['operator', 'supervisor'] as const
/** A person's place in a department. */
export const Membership = z.object({
  department: DepartmentId,
  role: z.enum(memberRoles),
  /** Contacts that they take at once; `null` is what is usual for their role. */
  limit: z.int().min(1).max(20).nullable(),
})
export type Membership = z.infer<typeof Membership>
