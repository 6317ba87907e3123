import { queryOptions } from '@tanstack/react-query'
import { inboxRoutes } from '../schema/api/inbox.ts'
import { call } from './api.ts'

/** Everything below this key is read again when the inbox's stream says that something changed. */
export const inboxKey = ['inbox'] as const

/** Open contacts in the order of the queue, and the alerts that belong to them. */
export const contactsQuery = queryOptions({
  queryKey: [...inboxKey, 'open'],
  queryFn: ({ signal }) => call(inboxRoutes.contacts, { query: { state: 'open' }, signal }),
})

/** One contact with its log. */
export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: [...inboxKey, 'contact', id],
    queryFn: ({ signal }) => call(inboxRoutes.contact, { params: { id }, signal }),
  })
