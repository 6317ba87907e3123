import { queryOptions } from '@tanstack/react-query'
import { entryRoutes } from '../../schema/api/account.ts'
import { call } from '../api.ts'

/** What the sign-in page offers. Without an answer it still takes e-mail and password. */
export const waysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: () => call(entryRoutes.ways),
  staleTime: 60_000,
  retry: false,
})
