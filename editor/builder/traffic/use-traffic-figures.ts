import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { flowsRoutes } from '../../../schema/api/flows.ts'
import { trafficRoutes } from '../../../schema/api/traffic.ts'
import { call, wordsOf } from '../../api.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { toTrafficLayer } from './to-traffic-layer.ts'
import type { Traffic } from './traffic-store.ts'

/** Milliseconds between two readings while somebody looks. */
const again = 10_000

/** Reads the figures while they are looked at, and draws them. */
export function useTrafficFigures(traffic: Traffic): void {
  const { store } = useBuilder()
  const flow = useFlow()
  const { shown, listed, period, version, figures } = useStore(traffic)
  const enabled = shown || listed
  const params = { id: flow.id }
  const { data, error } = useQuery({
    queryKey: ['flow', flow.id, 'traffic', period, version],
    queryFn: () => call(trafficRoutes.flow, { params, query: { period, ...(version !== undefined && { version }) } }),
    enabled,
    refetchInterval: again,
    placeholderData: (before) => before,
  })
  const published = useQuery({
    queryKey: ['flow', flow.id, 'versions'],
    queryFn: () => call(flowsRoutes.versions, { params }),
    enabled,
  })

  useEffect(() => {
    traffic.setState({ figures: data, failure: error === null ? undefined : wordsOf(error) })
  }, [traffic, data, error])
  useEffect(() => {
    traffic.setState({ versions: (published.data?.versions ?? []).map(({ version: number }) => number) })
  }, [traffic, published.data])
  useEffect(() => {
    store.getState().draw({ traffic: shown && figures ? toTrafficLayer(flow, figures) : undefined })
  }, [store, shown, figures, flow])
}
