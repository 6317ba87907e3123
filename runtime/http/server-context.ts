import type { IncomingHttpHeaders } from 'node:http'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { SignInLimits } from '../accounts/sign-in.ts'
import type { Throttle } from '../accounts/throttle.ts'
import type { VisitorToken } from '../contact/visitor-expiry.ts'
import type { Environment } from '../env.ts'
import type { Services } from '../services.ts'
import type { Metrics } from './metrics.ts'
import type { VisitorLimits } from './visitor-limits.ts'

/** What travels with one request through Hono. */
export interface RequestEnv {
  Bindings: { incoming?: { headers?: IncomingHttpHeaders; socket?: { remoteAddress?: string | undefined } } }
  Variables: {
    requestId: string
    /** Id of the route in its table, for log and figures: never the path, which can hold anything. */
    routeId?: string
    /** The body as text, once it was read. */
    bodyText?: string
    /** Whether the answer has its headers already. */
    complete?: boolean
  }
}
export type App = OpenAPIHono<RequestEnv>

/** What the handlers of every contract share. */
export interface ServerContext {
  app: App
  services: Services
  environment: Environment
  metrics: Metrics
  /** What every answer carries unless its route says otherwise. */
  headers: Readonly<Record<string, string>>
  signInLimits: SignInLimits
  limits: VisitorLimits
  /** Wrong tokens by network address. */
  wrongTokens: Throttle
  /** Tokens of contacts, by the contact's id. */
  tokens: Map<string, VisitorToken>
  /** Folder of the built browser files. */
  builtFolder: string
}
