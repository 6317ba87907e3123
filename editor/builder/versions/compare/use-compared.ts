import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { flowsRoutes } from '../../../../schema/api/flows.ts'
import type { Flow } from '../../../../schema/flow.ts'
import { call } from '../../../api.ts'
import { useBuilder, useBuilderState } from '../../builder-context.tsx'
import { type Side, useCompareState } from './compare-store.ts'
import { type Joined, joinFlows } from './join-flows.ts'

/** The two documents that are compared, as far as they are here, and both on one canvas. */
export interface Compared {
  before: Flow | undefined
  after: Flow | undefined
  joined: Joined | undefined
  error: Error | null
  retry: () => void
}

export function useCompared(): Compared {
  const sides = useCompareState((state) => state.sides)
  const older = useSide(sides?.before)
  const newer = useSide(sides?.after)
  const [before, after] = [older.flow, newer.flow]
  const joined = useMemo(() => (before && after ? joinFlows(before, after) : undefined), [before, after])
  return {
    before,
    after,
    joined,
    error: older.error ?? newer.error,
    retry: () => {
      older.retry()
      newer.retry()
    },
  }
}

function useSide(side: Side | undefined) {
  const { id } = useBuilder().store.getState().history.present
  const draft = useBuilderState((state) => (side === 'draft' ? state.history.present : undefined))
  const version = typeof side === 'number' ? side : undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['flow', id, 'version', version],
    queryFn: () => call(flowsRoutes.version, { params: { id, version: version ?? 1 } }),
    enabled: version !== undefined,
    // A published version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  return { flow: side === 'draft' ? draft : data?.flow, error, retry: () => void (error && refetch()) }
}
