import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { flowsRoutes } from '../../schema/api/flows.ts'
import type { Flow } from '../../schema/flow.ts'
import { call } from '../api.ts'
import { useBuilder, useBuilderState } from './builder-context.tsx'

/** Learns the ends of the flows that this one calls: they are the ways out of the calling node. */
export function useCalledFlows() {
  const { store } = useBuilder()
  // As one string, so that only another call is news.
  const ids = useBuilderState((state) => calledBy(state.history.present))
  const called = useMemo(() => ids.split(' ').filter(Boolean), [ids])
  const answers = useQueries({
    queries: called.map((id) => ({
      queryKey: ['flow', id, 'ends'],
      queryFn: async () => endsOf((await call(flowsRoutes.get, { params: { id } })).flow),
      staleTime: 60_000,
      retry: false,
    })),
  })
  const known = called.map((id, index) => `${id}=${answers[index]?.data?.join(' ') ?? '?'}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `known` says in one string what the answers hold
  useEffect(() => {
    const ends = new Map<string, readonly string[]>()
    called.forEach((id, index) => {
      const found = answers[index]?.data
      if (found) ends.set(id, found)
    })
    store.setState({ calls: ends })
  }, [known, store])
}

function calledBy({ nodes }: Flow): string {
  const ids = nodes.flatMap((node) => (node.type === 'call-flow' ? String(node.data.flow ?? '') : []))
  return [...new Set(ids)].join(' ')
}

function endsOf(flow: Flow): string[] {
  const ends = flow.nodes.flatMap((node) => (node.type === 'end' ? String(node.data.end ?? 'done') : []))
  return [...new Set(ends)]
}
