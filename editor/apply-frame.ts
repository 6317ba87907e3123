import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import type { ContactDetail, ContactSummary } from '../schema/api/inbox.ts'
import type { InboxFrame } from '../schema/api/inbox-frame.ts'
import { departmentsQuery } from './departments-query.ts'
import { colleaguesQuery, contactQuery, contactsQuery, warningsQuery } from './inbox-queries.ts'

/** When the visitor of a contact was last heard writing, in milliseconds. */
export const useVisitorTyping = create<Readonly<Record<string, number>>>(() => ({}))

/** Puts what the stream brought where the pages read it from. */
export function applyFrame(queries: QueryClient, frame: Exclude<InboxFrame, { event: 'beat' }>): void {
  if (frame.event === 'typing') {
    useVisitorTyping.setState({ [frame.data.id]: Date.now() })
    return
  }
  if (frame.event === 'contact') {
    applyContact(queries, frame.data)
    return
  }
  const { contacts, alerts, colleagues, warnings } = frame.data
  if (colleagues) queries.setQueryData(colleaguesQuery.queryKey, { colleagues })
  if (warnings)
    queries.setQueryData(warningsQuery.queryKey, {
      unowned: warnings.filter(({ kind }) => kind === 'unowned').length,
      warnings,
    })
  if (frame.event === 'board') {
    // A stream also begins anew for somebody who was put into another department, which may have been made since.
    void queries.invalidateQueries({ queryKey: departmentsQuery.queryKey })
    queries.setQueryData(contactsQuery.queryKey, { contacts: inOrder(contacts), alerts: frame.data.alerts })
    return
  }
  const { gone } = frame.data
  queries.setQueryData(contactsQuery.queryKey, (was) => {
    const left = new Set([...gone, ...contacts.map(({ id }) => id)])
    const kept = was?.contacts.filter(({ id }) => !left.has(id)) ?? []
    return { contacts: inOrder([...kept, ...contacts]), alerts: alerts ?? was?.alerts ?? [] }
  })
  // A contact that is only looked at comes by no stream: it is read again when it changed.
  for (const id of [...gone, ...contacts.map((contact) => contact.id)]) {
    const { queryKey } = contactQuery(id)
    if (queries.getQueryData(queryKey) && !streamed.has(id)) void queries.invalidateQueries({ queryKey })
    if (gone.includes(id)) streamed.delete(id)
  }
}

/** Contacts that come whole by the stream. */
const streamed = new Set<string>()

function applyContact(
  queries: QueryClient,
  { after, facts, events }: Extract<InboxFrame, { event: 'contact' }>['data'],
) {
  const { queryKey } = contactQuery(facts.id)
  streamed.add(facts.id)
  if (facts.status === 'closed') streamed.delete(facts.id)
  const known: ContactDetail | undefined = queries.getQueryData(queryKey)
  const before = (known?.events ?? []).filter(({ seq }) => seq <= after)
  if (before.length < after) {
    void queries.invalidateQueries({ queryKey })
    return
  }
  queries.setQueryData(queryKey, { ...facts, events: [...before, ...events] })
}

const priorities = ['emergency', 'safeguarding', 'high', 'normal']

/** As the server has it: the gravest first, what was with somebody before the others, then who has waited longest. */
export function inOrder(contacts: readonly ContactSummary[]): ContactSummary[] {
  const end = '9999'
  return [...contacts].sort(
    (a, b) =>
      priorities.indexOf(a.priority) - priorities.indexOf(b.priority) ||
      Number(b.passed) - Number(a.passed) ||
      (a.waitingSince ?? end).localeCompare(b.waitingSince ?? end) ||
      (a.waitingSince === null ? 0 : a.number - b.number) ||
      b.startedAt.localeCompare(a.startedAt),
  )
}
