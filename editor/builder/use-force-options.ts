import { useQuery } from '@tanstack/react-query'
import type { ForceOptions } from '../../nodes/kit/node-editor.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { call } from '../api.ts'

/** Departments, connections, collections and other flows, for settings that name one. What cannot be read is an empty list. */
export function useForceOptions(flowId: string): ForceOptions {
  const options = { staleTime: 60_000, retry: false }
  const departments = useQuery({
    ...options,
    queryKey: ['departments'],
    queryFn: () => call(adminRoutes.departments),
  })
  const connections = useQuery({
    ...options,
    queryKey: ['connections'],
    queryFn: () => call(connectionsRoutes.list),
  })
  const knowledge = useQuery({
    ...options,
    queryKey: ['knowledge', 'collections'],
    queryFn: () => call(knowledgeRoutes.overview),
  })
  const flows = useQuery({ ...options, queryKey: ['flows'], queryFn: () => call(flowsRoutes.list) })
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return {
    departments: departments.data?.departments.map(named) ?? [],
    connections: connections.data?.connections.map(named) ?? [],
    collections: knowledge.data?.collections.map(named) ?? [],
    flows: flows.data?.flows.filter(({ id }) => id !== flowId).map(named) ?? [],
  }
}
