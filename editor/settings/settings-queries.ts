import { queryOptions } from '@tanstack/react-query'
import { entryRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { mailRoutes } from '../../schema/api/mail.ts'
import { membersRoutes } from '../../schema/api/members.ts'
import { modelDownloadRoutes } from '../../schema/api/model-download.ts'
import { peopleRoutes } from '../../schema/api/people.ts'
import { type Answer, call } from '../api.ts'

export const sitesQuery = queryOptions({ queryKey: ['sites'], queryFn: () => call(adminRoutes.sites) })
export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => call(connectionsRoutes.list),
})
/** The names of flows, for a site to choose from. */
export const flowNamesQuery = queryOptions({ queryKey: ['flows'], queryFn: () => call(flowsRoutes.list) })

/** Looked at again while a model is being made ready. */
export const knowledgeSettingsQuery = queryOptions({
  queryKey: ['knowledge-settings'],
  queryFn: () => call(knowledgeRoutes.settings),
  refetchInterval: ({ state }) => (state.data && state.data.inUse === null && isWanted(state.data) ? 2_000 : false),
})

/** Whether a model is there that is to be used. */
export function isWanted({ settings, models }: Answer<typeof knowledgeRoutes.settings>): boolean {
  return models.some(({ name, fault }) => fault === null && (settings.model === undefined || settings.model === name))
}

/** How far the fetching of a model is, looked at every second while it goes on. */
export const modelDownloadQuery = queryOptions({
  queryKey: ['model-download'],
  queryFn: () => call(modelDownloadRoutes.get),
  refetchInterval: ({ state }) => {
    const status = state.data?.download?.status
    return status === 'waiting' || status === 'running' ? 1_000 : false
  },
})
export const mailQuery = queryOptions({ queryKey: ['mail'], queryFn: () => call(mailRoutes.settings) })
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => call(peopleRoutes.list) })
export const signInSettingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  queryFn: () => call(entryRoutes.settings),
})
export const membersQuery = queryOptions({ queryKey: ['members'], queryFn: () => call(membersRoutes.list) })
export const correctionsQuery = queryOptions({ queryKey: ['corrections'], queryFn: () => call(correctionsRoutes.list) })
