import { accountRoutes, entryRoutes } from '../../schema/api/account.ts'
import { adminRoutes } from '../../schema/api/admin.ts'
import { callBacksRoutes } from '../../schema/api/call-backs.ts'
import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import { deskCallsRoutes } from '../../schema/api/desk-calls.ts'
import { docsRoutes } from '../../schema/api/docs.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import { improveRoutes } from '../../schema/api/improve.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { insightsRoutes } from '../../schema/api/insights.ts'
import { knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { mailRoutes } from '../../schema/api/mail.ts'
import { membersRoutes } from '../../schema/api/members.ts'
import { modelDownloadRoutes } from '../../schema/api/model-download.ts'
import { peopleRoutes } from '../../schema/api/people.ts'
import { presenceRoutes } from '../../schema/api/presence.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import type { Route } from '../../schema/api/route.ts'
import { safetyRoutes } from '../../schema/api/safety.ts'
import { simulateRoutes } from '../../schema/api/simulate.ts'
import { tasksRoutes } from '../../schema/api/tasks.ts'
import { thriveRoutes } from '../../schema/api/thrive.ts'
import { tourRoutes } from '../../schema/api/tour.ts'
import { trafficRoutes } from '../../schema/api/traffic.ts'
import { usageRoutes } from '../../schema/api/usage.ts'
import { warningsRoutes } from '../../schema/api/warnings.ts'
import { webhooksRoutes } from '../../schema/api/webhooks.ts'
import { widgetRoutes } from '../../schema/api/widget.ts'
import { toHonoPath } from './mount.ts'
import type { App } from './server-context.ts'
import { serverRoutes } from './server-routes.ts'

/** Every table that stands for calls of the API. A call that is in none has no access rule, and so must not exist. */
export const routeTables: readonly Record<string, Route>[] = [
  widgetRoutes,
  adminRoutes,
  connectionsRoutes,
  membersRoutes,
  modelDownloadRoutes,
  peopleRoutes,
  correctionsRoutes,
  accountRoutes,
  entryRoutes,
  flowsRoutes,
  inboxRoutes,
  safetyRoutes,
  colleaguesRoutes,
  warningsRoutes,
  repliesRoutes,
  thriveRoutes,
  callBacksRoutes,
  tasksRoutes,
  deskCallsRoutes,
  simulateRoutes,
  trafficRoutes,
  insightsRoutes,
  improveRoutes,
  knowledgeRoutes,
  mailRoutes,
  webhooksRoutes,
  usageRoutes,
  tourRoutes,
  presenceRoutes,
  docsRoutes,
  serverRoutes,
]

/** Every declared route. */
export function declaredRoutes(): Route[] {
  return routeTables.flatMap((table) => Object.values(table))
}

/** Throws unless calls and tables are the same: nothing undeclared is served, nothing declared is missing. */
export function requireDeclaredRoutes(app: App): void {
  const declared = new Set(declaredRoutes().map((route) => `${route.method.toUpperCase()} ${toHonoPath(route.path)}`))
  const mounted = new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  )
  for (const route of mounted) if (!declared.has(route)) throw new Error(`${route} stands in no route table.`)
  for (const route of declared) if (!mounted.has(route)) throw new Error(`${route} is declared and not served.`)
}
