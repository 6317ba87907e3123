import { queryOptions } from '@tanstack/react-query'
import { usageRoutes } from '../../../schema/api/usage.ts'
import { call } from '../../api.ts'

export const usageQuery = queryOptions({
  queryKey: ['usage'],
  queryFn: () => call(usageRoutes.get),
  refetchInterval: 10_000,
})
