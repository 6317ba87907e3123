import type { Context } from 'hono'
import type { RequestEnv, ServerContext } from './server-context.ts'

/**
 * An answer to a visitor, whole: with the headers that `securityHeaders` and `observe` would put on it afterwards one by
 * one. Visitors get no cookies, so nothing else can stand there.
 */
export function answerJson(
  server: Pick<ServerContext, 'headers'>,
  context: Context<RequestEnv>,
  value: unknown,
  status: number,
): Response {
  context.set('complete', true)
  return new Response(JSON.stringify(value), {
    status,
    headers: { ...server.headers, 'Content-Type': 'application/json', 'X-Request-Id': context.get('requestId') },
  })
}
