import type { z } from 'zod'
import type { Route } from '../../schema/api/route.ts'
import { ErrorBody } from '../../schema/app-error.ts'
import { scopeOf } from '../accounts/api-tokens.ts'

/** How a caller can show who they are, as OpenAPI has it. */
export const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'signpost',
    description:
      'The session of a person who signed in with a browser. Calls that change something also carry the header `X-Signpost: 1`.',
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key for programs, made under My account. It opens the scopes that it names, and never more than its person may do.',
  },
  visitor: { type: 'http', scheme: 'bearer', description: 'The token that a contact got when it began.' },
} as const

/** The route as OpenAPI has it. */
export function describeRoute(route: Route) {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } })
  const refused = (description: string) => ({ description, content: json(ErrorBody) })
  const scope = scopeOf(route)
  const asked = [route.params, route.query, route.body].some(Boolean)
  const content = {
    ...(route.response && json(route.response)),
    ...Object.fromEntries((route.media ?? []).map((media) => [media, { schema: { type: 'string' as const } }])),
  }
  return {
    method: route.method,
    path: route.path,
    operationId: route.id,
    summary: route.summary,
    description: `Who may call it: ${typeof route.access === 'string' ? route.access : route.access.join(', ')}. ${scope ? `Scope of a key: ${scope}.` : 'No key opens it.'}`,
    tags: [route.id.split('.')[0] ?? route.id],
    security: securityOf(route, scope),
    'x-access': route.access,
    'x-scope': scope,
    'x-operation': route.operation,
    request: {
      ...(route.params && { params: route.params }),
      ...(route.query && { query: route.query }),
      ...(route.body && { body: { required: true, content: json(route.body) } }),
    },
    responses: {
      [route.status]: { description: 'Done', ...(Object.keys(content).length > 0 && { content }) },
      ...(asked && { 400: refused('A part of the call is not what it has to be; `details` names it') }),
      ...(route.access !== 'public' && { 401: refused('Nobody is signed in, or the key or token is not known') }),
      ...(route.access !== 'public' &&
        route.access !== 'visitor' && { 403: refused('This person, or this key, may not do that') }),
      ...(route.params && { 404: refused('There is no such thing, or it belongs to another force') }),
      ...(route.limits && { 429: refused('Too many at once: `help` says whom to call meanwhile') }),
      default: refused('Not done, and why'),
    },
  }
}

function securityOf({ access }: Route, scope: string | null): Record<string, string[]>[] {
  if (access === 'public') return []
  if (access === 'visitor') return [{ visitor: [] }]
  return scope === null ? [{ session: [] }] : [{ session: [] }, { key: [scope] }]
}
