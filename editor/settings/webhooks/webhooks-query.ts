import { queryOptions } from '@tanstack/react-query'
import { webhooksRoutes } from '../../../schema/api/webhooks.ts'
import { call } from '../../api.ts'

/** Often enough to see messages go out while the page is open. */
const every = 5_000

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => call(webhooksRoutes.list),
  refetchInterval: every,
})

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id, 'deliveries'],
    queryFn: () => call(webhooksRoutes.deliveries, { params: { id } }),
    refetchInterval: every,
  })
