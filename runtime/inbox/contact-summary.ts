import { type QueuePriority, queuePriorities } from '../../nodes/kit/step.ts'
import { alertLevels } from '../../schema/alert-levels.ts'
import { type Alert, ContactSummary } from '../../schema/api/inbox.ts'
import { Assessment } from '../../schema/assessment.ts'
import { isoTime } from '../flows/flow-row.ts'

/** A row of `contacts` with the name of whoever owns it. */
export interface ContactRead {
  id: string
  number: number
  visitor_name: string | null
  status: string
  department: string | null
  priority: number
  verdict: string
  category: string | null
  intent: string | null
  locale: string
  last_words: string
  created_at: number
  queued_at: number | null
  queue_passed: number
  owner_id: string | null
  owner_name: string | null
  owner_since: number | null
  asked_at: number | null
  silent: number
  changed_at: number
}

/** Who looks at a contact, and what it was tagged with. */
export interface Company {
  watchers: { id: string; name: string }[]
  tags: string[]
}

/** Selects what `toSummary` needs. Every query that begins with it goes on with `WHERE c.force_id = ?`. */
export const selectContacts = `SELECT c.id, c.number, c.visitor_name, c.status, c.department, c.priority, c.verdict, c.category,
    c.intent, c.locale, c.last_words, c.created_at, c.queued_at, c.queue_passed, c.owner_id, u.name AS owner_name,
    c.owner_since, c.asked_at, c.silent, c.changed_at
  FROM contacts c LEFT JOIN users u ON u.id = c.owner_id`

const ordinary: QueuePriority = 'normal'

export function toSummary(row: ContactRead, { watchers, tags }: Company): ContactSummary {
  return ContactSummary.parse({
    id: row.id,
    number: row.number,
    name: row.visitor_name,
    status: row.status,
    department: row.department,
    priority: queuePriorities[row.priority] ?? ordinary,
    verdict: row.verdict,
    category: row.category,
    intent: row.intent,
    locale: row.locale,
    lastWords: row.last_words,
    startedAt: isoTime(row.created_at),
    waitingSince: row.queued_at === null ? null : isoTime(row.queued_at),
    passed: row.queue_passed === 1,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? 'Somebody' },
    ownerSince: row.owner_since === null ? null : isoTime(row.owner_since),
    askedAt: row.asked_at === null ? null : isoTime(row.asked_at),
    silent: row.silent === 1,
    watchers,
    tags,
  })
}

/** A row of `alerts` with the name of whoever acknowledged it. */
export interface AlertRead {
  id: string
  contact_id: string
  number: number
  verdict: string
  words: string
  assessment: string
  raised_at: number
  acknowledged_at: number | null
  acknowledged_name: string | null
  level: number
  due_at: number | null
}

/** Selects what `toAlert` needs. Goes on with `WHERE a.force_id = ?`. */
export const selectAlerts = `SELECT a.id, a.contact_id, a.number, a.verdict, a.words, a.assessment, a.raised_at,
    a.acknowledged_at, a.level, a.due_at, u.name AS acknowledged_name
  FROM alerts a LEFT JOIN users u ON u.id = a.acknowledged_by`

export function toAlert(row: AlertRead): Alert {
  return {
    id: row.id,
    contact: row.contact_id,
    number: row.number,
    verdict: row.verdict === 'safeguarding' ? 'safeguarding' : 'emergency',
    words: row.words,
    assessment: Assessment.parse(JSON.parse(row.assessment)),
    raisedAt: isoTime(row.raised_at),
    // Advice and alert are one transaction.
    adviceShownAt: isoTime(row.raised_at),
    acknowledgedAt: row.acknowledged_at === null ? null : isoTime(row.acknowledged_at),
    acknowledgedBy: row.acknowledged_name,
    level: alertLevels[row.level] ?? 'everyone',
    escalatesAt: row.due_at === null ? null : isoTime(row.due_at),
  }
}
