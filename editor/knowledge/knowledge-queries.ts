import { queryOptions } from '@tanstack/react-query'
import { improveRoutes } from '../../schema/api/improve.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { call } from '../api.ts'

/** Everything below this key is read again when a document changes. */
export const knowledgeKey = ['knowledge'] as const
const whileReading = 1_000
const otherwise = 15_000

/** Collections and documents. Looked at every second while a file is being read. */
export const overviewQuery = queryOptions({
  queryKey: [...knowledgeKey, 'overview'],
  queryFn: ({ signal }) => call(knowledgeRoutes.overview, { signal }),
  refetchInterval: ({ state }) =>
    state.data?.documents.some(({ newest }) => newest.status === 'reading') ? whileReading : otherwise,
})

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: [...knowledgeKey, 'document', id],
    queryFn: ({ signal }) => call(knowledgeRoutes.get, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.newest.status === 'reading' ? whileReading : false),
  })

export const passagesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...knowledgeKey, 'passages', id, version],
    queryFn: ({ signal }) => call(knowledgeRoutes.passages, { params: { id, version }, signal }),
  })

export const gapsQuery = queryOptions({
  queryKey: [...knowledgeKey, 'gaps'],
  queryFn: ({ signal }) => call(improveRoutes.gaps, { query: { days: 28 }, signal }),
})

export const testsQuery = queryOptions({
  queryKey: [...knowledgeKey, 'tests'],
  queryFn: ({ signal }) => call(improveRoutes.tests, { signal }),
})
