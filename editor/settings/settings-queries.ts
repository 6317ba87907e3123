import { queryOptions } from '@tanstack/react-query'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { mailRoutes } from '../../schema/api/mail.ts'
import { call } from '../api.ts'

export const sitesQuery = queryOptions({ queryKey: ['sites'], queryFn: () => call(adminRoutes.sites) })
export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: () => call(adminRoutes.departments),
})
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => call(adminRoutes.connections),
})
/** The names of flows, for a site to choose from. */
export const flowNamesQuery = queryOptions({ queryKey: ['flows'], queryFn: () => call(flowsRoutes.list) })

export const mailQuery = queryOptions({ queryKey: ['mail'], queryFn: () => call(mailRoutes.settings) })
