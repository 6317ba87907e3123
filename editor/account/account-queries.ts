import { queryOptions } from '@tanstack/react-query'
import { accountRoutes } from '../../schema/api/account.ts'
import { call } from '../api.ts'

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: () => call(accountRoutes.state) })
export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => call(accountRoutes.sessions),
})
export const tokensQuery = queryOptions({ queryKey: ['account', 'tokens'], queryFn: () => call(accountRoutes.tokens) })
