import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { flowsRoutes } from '../../../schema/api/flows.ts'
import { call } from '../../api.ts'
import { showToast } from '../../ui/toast.tsx'
import { useBuilder, useBuilderState } from '../builder-context.tsx'
import type { Autosave } from '../store/autosave.ts'
import { useRestingFlow } from '../use-resting-flow.ts'
import { compareFlows, countChanges } from './compare-flows.ts'

/** Publishing, the versions, and the way back. All of it is confirmed by the server before anything is said. */
export function usePublishing(flowId: string, autosave: Autosave) {
  const { store } = useBuilder()
  const queries = useQueryClient()
  const flow = useRestingFlow()
  const live = useBuilderState((state) => state.live)
  const params = { id: flowId }
  const versions = useQuery({
    queryKey: ['flow', flowId, 'versions'],
    queryFn: () => call(flowsRoutes.versions, { params }),
  })
  const liveFlow = useQuery({
    queryKey: ['flow', flowId, 'version', live],
    queryFn: () => call(flowsRoutes.version, { params: { id: flowId, version: live ?? 1 } }),
    enabled: live !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const published = liveFlow.data?.flow
  const [considered, consider] = useState<number>()
  const earlier = useQuery({
    queryKey: ['flow', flowId, 'version', considered],
    queryFn: () => call(flowsRoutes.version, { params: { id: flowId, version: considered ?? 1 } }),
    enabled: considered !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const wouldChange = useMemo(
    () => (published && earlier.data ? compareFlows(published, earlier.data.flow) : undefined),
    [published, earlier.data],
  )
  const changes = useMemo(() => (published ? compareFlows(published, flow) : undefined), [published, flow])
  const list = versions.data?.versions
  const settle = () => {
    void queries.invalidateQueries({ queryKey: ['flow', flowId] })
    void queries.invalidateQueries({ queryKey: ['flows'] })
  }

  const publish = useMutation({
    mutationFn: async (reason: string) => {
      await autosave.flush()
      const { revision, save } = store.getState()
      if (save.kind !== 'saved') throw new Error('The draft could not be saved. Save it first, then publish.')
      return call(flowsRoutes.publish, { params, body: { revision, reason } })
    },
    onSuccess: ({ version }) => {
      store.setState({ live: version, changed: false })
      showToast(`Version ${version} is live`)
    },
    onSettled: settle,
  })
  const rollBack = useMutation({
    mutationFn: ({ version, reason }: { version: number; reason: string }) =>
      call(flowsRoutes.rollBack, { params, body: { version, reason } }),
    onSuccess: (_answer, { version }) => {
      store.setState({ live: version, changed: true })
      showToast(`Version ${version} is live again`)
    },
    onSettled: settle,
  })
  return {
    publish,
    rollBack,
    live,
    consider,
    wouldChange,
    versions: list,
    next: Math.max(0, ...(list ?? []).map((version) => version.version)) + 1,
    running: (list ?? []).reduce((sum, version) => sum + version.running, 0),
    changes,
    changeCount: changes === undefined ? undefined : countChanges(changes),
  }
}
