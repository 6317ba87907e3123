import type { KnowledgeDocument } from '../../schema/api/knowledge.ts'
import type { Tone } from '../ui/badge.tsx'

/** What somebody has to do about a document, if anything. */
export type ToDo = 'approve' | 'expiring' | 'failed' | 'proposed'

interface Status {
  label: string
  tone: Tone
  toDo?: ToDo
}

const day = 24 * 60 * 60 * 1_000
/** How long before its last day, or its day of review, a document asks to be looked at. */
const soon = 30

/** How a document stands, in a word or two. `now` in milliseconds. */
export function statusOf(document: KnowledgeDocument, now: number): Status {
  const { newest, live } = document
  if (newest.status === 'reading') {
    const { progress } = newest
    return { label: progress ? `Page ${progress.done} of ${progress.of} read` : 'Being read', tone: 'info' }
  }
  if (newest.status === 'failed') {
    const label = live === null ? (newest.problem ?? 'Not read') : `Version ${newest.version} could not be read`
    return { label, tone: 'fault', toDo: 'failed' }
  }
  if (newest.status === 'ready')
    return document.origin?.operator === undefined
      ? { label: live === null ? 'To approve' : `Version ${newest.version} to approve`, tone: 'info', toDo: 'approve' }
      : { label: 'Proposed', tone: 'info', toDo: 'proposed' }
  if (document.expired) return { label: 'Expired, not used', tone: 'fault', toDo: 'expiring' }
  if (live === null) return { label: 'Not used', tone: 'neutral' }
  const last = daysUntil(document.lastDay, now)
  if (last !== undefined && last <= soon) return { label: `Expires ${inDays(last)}`, tone: 'waiting', toDo: 'expiring' }
  const review = daysUntil(document.reviewOn, now)
  if (review !== undefined && review <= soon)
    return { label: review < 0 ? 'Review is due' : `Review ${inDays(review)}`, tone: 'waiting', toDo: 'expiring' }
  return { label: 'Approved', tone: 'ok' }
}

function daysUntil(date: string | null, now: number): number | undefined {
  return date === null ? undefined : Math.ceil((Date.parse(`${date}T00:00:00`) - now) / day)
}

function inDays(days: number): string {
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
}
