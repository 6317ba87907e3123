import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { applyFrame } from './apply-frame.ts'
import { departmentsQuery } from './departments-query.ts'
import { colleaguesQuery, contactsQuery } from './inbox-queries.ts'

it('reads the departments again when a stream begins, so that one that was made since has its name', () => {
  const queries = new QueryClient()
  queries.setQueryData(departmentsQuery.queryKey, { departments: [] })
  const frame = { contacts: [], alerts: [], colleagues: [], warnings: [] }
  applyFrame(queries, { event: 'change', data: { ...frame, gone: [] } })
  expect(queries.getQueryState(departmentsQuery.queryKey)?.isInvalidated).toBe(false)
  applyFrame(queries, { event: 'board', data: frame })
  expect(queries.getQueryState(departmentsQuery.queryKey)?.isInvalidated).toBe(true)
  expect(queries.getQueryData(contactsQuery.queryKey)).toEqual({ contacts: [], alerts: [] })
  expect(queries.getQueryData(colleaguesQuery.queryKey)).toEqual({ colleagues: [] })
})
