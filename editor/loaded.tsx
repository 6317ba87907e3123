import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { wordsOf } from './api.ts'
import { ErrorState } from './ui/error-state.tsx'
import { Panel } from './ui/panel.tsx'
import { Skeleton } from './ui/skeleton.tsx'

/** What `query` brought, or that it is coming, or that it failed. */
export function Loaded<Data>({
  query,
  what,
  children,
}: {
  query: UseQueryResult<Data>
  what: string
  children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  return (
    <Panel flush>
      {query.isError ? (
        <ErrorState title={`Could not load the ${what}`} onRetry={() => void query.refetch()}>
          {wordsOf(query.error)} They go on working as they are.
        </ErrorState>
      ) : (
        <Skeleton label={`Loading the ${what}`} lines={6} />
      )}
    </Panel>
  )
}
