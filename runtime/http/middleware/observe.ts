import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Services } from '../../services.ts'
import type { Metrics } from '../metrics.ts'
import type { RequestEnv } from '../server-context.ts'

/** Gives each request an id, counts it and logs it: route, status and time, and nothing that a person wrote. */
export function observe(services: Pick<Services, 'log'>, metrics: Metrics): MiddlewareHandler<RequestEnv> {
  return async (context, next) => {
    const began = performance.now()
    context.set('requestId', randomUUID())
    await next()
    if (!context.get('complete')) context.res.headers.set('X-Request-Id', context.get('requestId'))
    const ms = performance.now() - began
    const route = context.get('routeId') ?? 'other'
    const { status } = context.res
    metrics.observe(route, status, ms / 1000)
    const entry = { request: context.get('requestId'), route, status, ms: Math.round(ms) }
    if (status >= 500) services.log.error(entry, 'a request failed')
    else services.log.debug(entry, 'answered')
  }
}
