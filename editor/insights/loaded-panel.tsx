import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { wordsOf } from '../api.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface LoadedPanelProps<Data> {
  query: UseQueryResult<Data>
  what: string
  children: (data: Data) => ReactNode
}

/** What `query` brought, or that it is coming, or that it failed. */
export function LoadedPanel<Data>({ query, what, children }: LoadedPanelProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  return query.isError ? (
    <ErrorState title={`Could not load the ${what}`} onRetry={() => void query.refetch()}>
      {wordsOf(query.error)} Contacts go on, and all of them are counted.
    </ErrorState>
  ) : (
    <Skeleton label={`Loading the ${what}`} lines={8} />
  )
}
