import { queryOptions } from '@tanstack/react-query'
import { adminRoutes } from '../schema/api/admin.ts'
import { call } from './api.ts'

const minute = 60_000

/** The force's departments. They change seldom. */
export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: ({ signal }) => call(adminRoutes.departments, { signal }),
  staleTime: minute,
})

/** What contacts are told apart by, in the flows that are live. */
export const contactTypesQuery = queryOptions({
  queryKey: ['departments', 'contact-types'],
  queryFn: ({ signal }) => call(adminRoutes.contactTypes, { signal }),
  staleTime: minute,
})
