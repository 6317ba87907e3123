import { queryOptions } from '@tanstack/react-query'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { call } from '../api.ts'

/** Replies that may fit what the visitor wrote last: asked for again when they write more, and never of a contact of danger. */
export function suggestionsQuery({ id, verdict, askedAt, events }: ContactDetail) {
  const last = events.findLast((event) => event.type === 'message' && event.from === 'visitor')?.seq ?? 0
  return queryOptions({
    queryKey: ['suggestions', id, last],
    queryFn: ({ signal }) => call(repliesRoutes.suggestions, { params: { id }, signal }),
    enabled: verdict === 'none' && askedAt !== null && last > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
