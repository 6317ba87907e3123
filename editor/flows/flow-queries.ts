import { queryOptions } from '@tanstack/react-query'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { call } from '../api.ts'

export const flowsQuery = queryOptions({
  queryKey: ['flows'],
  queryFn: ({ signal }) => call(flowsRoutes.list, { signal }),
  // Running contacts change all the time: look again, but only while somebody looks.
  refetchInterval: 15_000,
})

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: () => call(flowsRoutes.templates),
  staleTime: Number.POSITIVE_INFINITY,
})
