import { queryOptions } from '@tanstack/react-query'
import { colleaguesRoutes } from '../schema/api/colleagues.ts'
import { inboxRoutes } from '../schema/api/inbox.ts'
import { warningsRoutes } from '../schema/api/warnings.ts'
import { call } from './api.ts'

/** Everything below this key is read again when the inbox's stream says that something changed. */
export const inboxKey = ['inbox'] as const

/** Open contacts in the order of the queue, and the alerts that belong to them. */
export const contactsQuery = queryOptions({
  queryKey: [...inboxKey, 'open'],
  queryFn: ({ signal }) => call(inboxRoutes.contacts, { query: { state: 'open' }, signal }),
})

/** Who answers contacts, and who of them is there. */
export const colleaguesQuery = queryOptions({
  queryKey: [...inboxKey, 'colleagues'],
  queryFn: ({ signal }) => call(colleaguesRoutes.colleagues, { signal }),
})

/** What people who supervise have to know of. */
export const warningsQuery = queryOptions({
  queryKey: [...inboxKey, 'warnings'],
  queryFn: ({ signal }) => call(warningsRoutes.list, { signal }),
})

/** One contact with its log. */
export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: [...inboxKey, 'contact', id],
    queryFn: ({ signal }) => call(inboxRoutes.contact, { params: { id }, signal }),
  })
