import type { Context } from 'hono'
import type { RequestEnv } from './server-context.ts'

/**
 * A header of the request, by its name in small letters. Read from Node's own request where there is one: the fetch
 * interface copies all of them first, for every request.
 */
export function headerOf(context: Context<RequestEnv>, name: string): string | undefined {
  const { headers } = context.env?.incoming ?? {}
  if (!headers) return context.req.header(name)
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
