import { OpenAPIHono } from '@hono/zod-openapi'
import { AppError } from '../../schema/app-error.ts'
import { createSignInLimits } from '../accounts/sign-in.ts'
import { createThrottle } from '../accounts/throttle.ts'
import type { Environment } from '../env.ts'
import { countUnowned } from '../handover/count-unowned.ts'
import type { Services } from '../services.ts'
import { mountAccountRoutes } from './account-routes.ts'
import { mountAdminRoutes } from './admin-routes.ts'
import { adviceInTrouble } from './advice-in-trouble.ts'
import { findBuiltFolder } from './built-files.ts'
import { mountCallBacksRoutes } from './call-backs-routes.ts'
import { mountColleaguesRoutes } from './colleagues-routes.ts'
import { mountConfirmationPage } from './confirmation-routes.ts'
import { mountConnectionsRoutes } from './connections-routes.ts'
import { mountCorrectionsRoutes } from './corrections-routes.ts'
import { mountDeskCallsRoutes } from './desk-calls-routes.ts'
import { mountDocsRoutes } from './docs-routes.ts'
import { mountEntryRoutes } from './entry-routes.ts'
import { mountFlowsRoutes } from './flows-routes.ts'
import { mountHealthRoutes } from './health-routes.ts'
import { mountImproveRoutes } from './improve-routes.ts'
import { mountInboxRoutes } from './inbox-routes.ts'
import { mountInsightsRoutes } from './insights-routes.ts'
import { mountKnowledgeRoutes } from './knowledge-routes.ts'
import { mountMailRoutes } from './mail-routes.ts'
import { mountMembersRoutes } from './members-routes.ts'
import { createMetrics } from './metrics.ts'
import { observe } from './middleware/observe.ts'
import { securityHeaders, usualHeadersOf } from './middleware/security-headers.ts'
import { mountModelDownloadRoutes } from './model-download-routes.ts'
import { mountPageRoutes } from './page-routes.ts'
import { mountPeopleRoutes } from './people-routes.ts'
import { mountPresenceRoutes } from './presence-routes.ts'
import { mountRepliesRoutes } from './replies-routes.ts'
import { requireDeclaredRoutes } from './require-declared-routes.ts'
import { mountSafetyRoutes } from './safety-routes.ts'
import type { App, RequestEnv, ServerContext } from './server-context.ts'
import { mountSimulateRoutes } from './simulate-routes.ts'
import { mountTasksRoutes } from './tasks-routes.ts'
import { mountThriveRoutes } from './thrive-routes.ts'
import { mountTourRoutes } from './tour-routes.ts'
import { mountTrafficRoutes } from './traffic-routes.ts'
import { mountUsageRoutes } from './usage-routes.ts'
import { createVisitorLimits } from './visitor-limits.ts'
import { mountWarningsRoutes } from './warnings-routes.ts'
import { mountWebhooksRoutes } from './webhooks-routes.ts'
import { mountWidgetRoutes } from './widget-routes.ts'
import { writeError } from './write-error.ts'

const minute = 60_000

/** The whole of what the server answers. Throws at once when a call of the API stands in no route table. */
export function createApp(
  services: Services,
  environment: Environment,
  { builtFolder = findBuiltFolder() }: { builtFolder?: string } = {},
): App {
  const app: App = new OpenAPIHono<RequestEnv>()
  const metrics = createMetrics(() => countUnowned(services.db.read))
  const server: ServerContext = {
    app,
    services,
    environment,
    metrics,
    headers: usualHeadersOf(environment),
    signInLimits: createSignInLimits(services.clock),
    limits: createVisitorLimits(services.clock, environment.visitorLimits),
    tokens: new Map(),
    wrongTokens: createThrottle(services.clock, 20, minute),
    builtFolder,
  }
  app.use(securityHeaders(server.headers))
  app.use(observe(services, metrics))
  app.onError(async (error, context) => {
    if (!(error instanceof AppError))
      services.log.error({ error, request: context.get('requestId') }, 'a request failed in an unexpected way')
    return writeError(context, error, await adviceInTrouble(services, context, forceOf(server, context.req.path)))
  })
  app.notFound((context) => writeError(context, new AppError('not-found', 'There is nothing at this address.')))

  mountHealthRoutes(server)
  mountWidgetRoutes(server)
  mountAdminRoutes(server)
  mountConnectionsRoutes(server)
  mountMembersRoutes(server)
  mountPeopleRoutes(server)
  mountAccountRoutes(server)
  mountEntryRoutes(server)
  mountCorrectionsRoutes(server)
  mountFlowsRoutes(server)
  mountInboxRoutes(server)
  mountKnowledgeRoutes(server)
  mountModelDownloadRoutes(server)
  mountImproveRoutes(server)
  mountColleaguesRoutes(server)
  mountWarningsRoutes(server)
  mountRepliesRoutes(server)
  mountThriveRoutes(server)
  mountCallBacksRoutes(server)
  mountTasksRoutes(server)
  mountDeskCallsRoutes(server)
  mountSafetyRoutes(server)
  mountSimulateRoutes(server)
  mountTrafficRoutes(server)
  mountInsightsRoutes(server)
  mountMailRoutes(server)
  mountWebhooksRoutes(server)
  mountUsageRoutes(server)
  mountTourRoutes(server)
  mountPresenceRoutes(server)
  mountDocsRoutes(server)
  requireDeclaredRoutes(app)
  mountConfirmationPage(server)
  mountPageRoutes(server)
  return app
}

/** The force of the contact in a path, as far as it is known without asking anything. */
function forceOf({ tokens }: ServerContext, path: string): string | undefined {
  return tokens.get(/\/contacts\/([^/]+)/.exec(path)?.[1] ?? '')?.forceId
}
