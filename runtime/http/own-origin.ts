import type { Context } from 'hono'
import type { Environment } from '../env.ts'
import type { RequestEnv } from './server-context.ts'

/**
 * Whether `origin` is this server's own. Without PUBLIC_URL the host that the request came to decides: a proxy may have
 * taken the `https` away.
 */
export function isOwnOrigin(origin: string, context: Context<RequestEnv>, environment: Environment): boolean {
  if (!URL.canParse(origin)) return false
  if (environment.publicUrl) return new URL(origin).origin === new URL(environment.publicUrl).origin
  return new URL(origin).host === new URL(context.req.url).host
}

/** Whether browsers reach this server by https, as far as it has been told. */
export function isHttps(environment: Environment): boolean {
  return environment.publicUrl?.startsWith('https:') ?? false
}
