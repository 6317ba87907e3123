import { flowsRoutes } from '../../schema/api/flows.ts'
import { createFlow } from '../flows/create-flow.ts'
import { exportFlow } from '../flows/export-flow.ts'
import { getVersion, listVersions, rollBack } from '../flows/flow-versions.ts'
import { getDraft } from '../flows/get-draft.ts'
import { listFlows } from '../flows/list-flows.ts'
import { publishFlow } from '../flows/publish-flow.ts'
import { removeFlow } from '../flows/remove-flow.ts'
import { saveDraft } from '../flows/save-draft.ts'
import { searchFlows } from '../flows/search-flows.ts'
import { listTemplates } from '../flows/templates.ts'
import { learnIntents } from '../intent/warm-intents.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What designers do with flows. */
export function mountFlowsRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, flowsRoutes.list, async ({ principal }) => ({ flows: await listFlows(services, principal) }))
  mount(server, flowsRoutes.templates, async () => ({ templates: listTemplates() }))
  mount(server, flowsRoutes.search, async ({ principal, query }) => ({
    found: await searchFlows(services, principal, query.words),
  }))
  mount(server, flowsRoutes.create, ({ principal, body }) => createFlow(services, principal, body))
  mount(server, flowsRoutes.get, ({ principal, params }) => getDraft(services, principal, params.id))
  mount(server, flowsRoutes.save, ({ principal, params, body }) =>
    saveDraft(services, principal, params.id, body.revision, body.flow),
  )
  mount(server, flowsRoutes.remove, async ({ principal, params }) => {
    await removeFlow(services, principal, params.id)
    return undefined
  })
  mount(server, flowsRoutes.export, ({ principal, params, query }) =>
    exportFlow(services, principal, params.id, query.version),
  )
  mount(server, flowsRoutes.publish, async ({ principal, params, body }) => {
    const published = await publishFlow(services, principal, params.id, body.revision, body.reason)
    void learnIntents(services, principal.forceId, params.id, published.version)
    return published
  })
  mount(server, flowsRoutes.rollBack, async ({ principal, params, body }) => {
    const live = await rollBack(services, principal, params.id, body.version, body.reason)
    void learnIntents(services, principal.forceId, params.id, live.version)
    return live
  })
  mount(server, flowsRoutes.versions, async ({ principal, params }) => ({
    versions: await listVersions(services, principal, params.id),
  }))
  mount(server, flowsRoutes.version, async ({ principal, params }) => ({
    flow: await getVersion(services, principal, params.id, params.version),
  }))
}
