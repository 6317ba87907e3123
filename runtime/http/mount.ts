import type { Context } from 'hono'
import type { z } from 'zod'
import type { Route } from '../../schema/api/route.ts'
import { AppError } from '../../schema/app-error.ts'
import { readBearer } from '../accounts/api-tokens.ts'
import type { Principal } from '../accounts/principal.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import { limitedAddress } from './address-of.ts'
import { admitStaff, admitVisitor, type VisitorContact } from './admit.ts'
import { answerJson } from './answer-json.ts'
import { describeRoute } from './describe-route.ts'
import { requireOwnPage } from './middleware/require-own-page.ts'
import { parsePart } from './parse-part.ts'
import { readJson, usualBody } from './read-body.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'
import { startPatience } from './within-time.ts'
import { isVisitorPath } from './write-error.ts'

type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** Who may be behind a call of route `R`: what its `access` has made sure of. */
type Caller<R extends Route> = R['access'] extends 'public'
  ? unknown
  : R['access'] extends 'visitor'
    ? { contact: VisitorContact }
    : { principal: Principal; signedIn: SignedIn }

/** A call whose parts are what the route's table promises. */
export type Call<R extends Route> = Caller<R> & {
  params: Out<R['params']>
  query: Out<R['query']>
  body: Out<R['body']>
  context: Context<RequestEnv>
}

type Handler<R extends Route> = (call: Call<R>) => Promise<Out<R['response']> | Response>

/**
 * Puts a route of `schema/api` on the server. The table decides who may call it, how large its body may be, and what its
 * parts look like; the handler is only reached by calls that are all of that. Visitors wait a limited time, and may do a
 * limited number of things, unless they are `urgent`.
 */
export function mount<const R extends Route>(
  server: ServerContext,
  route: R,
  handler: Handler<R>,
  { urgent = () => false }: { urgent?: (call: Call<R>) => boolean } = {},
): void {
  const { app } = server
  app.openAPIRegistry.registerPath(describeRoute(route))
  app.on(route.method.toUpperCase(), toHonoPath(route.path), async (context) => {
    context.set('routeId', route.id)
    if (/^[^?]*%00/.test(context.req.url)) throw new AppError('not-found', 'There is nothing at this address.')
    const inTime = startPatience(route.limits?.within)
    const address = route.limits && limitedAddress(context, server.environment)
    server.limits.admit(route, { address })
    // A key is put into a request by a program, never by a browser that was tricked.
    const byKey = readBearer(context.req.header('authorization')) !== undefined
    if (route.method !== 'get' && !isVisitorPath(route.path) && !(byKey && route.access !== 'public'))
      requireOwnPage(server, context)
    const caller = await inTime(admit(server, route, context))
    const call = {
      ...caller,
      params: route.params && parsePart(route.params, context.req.param()),
      query: route.query && parsePart(route.query, context.req.query()),
      body: route.body && parsePart(route.body, await readJson(context, route.maxBody ?? usualBody)),
      context,
    }
    // Every part was parsed by the schema that its type comes from; the compiler cannot follow that through `R`.
    const typed = call as Call<R>
    const contact = 'contact' in caller ? caller.contact?.id : undefined
    const end = server.limits.begin(route, { address, contact }, () => urgent(typed))
    const answer = await inTime(handler(typed)).finally(end)
    if (answer instanceof Response) return answer
    if (route.status === 204) return context.body(null, 204)
    if (isVisitorPath(route.path)) return answerJson(server, context, answer ?? null, route.status)
    return context.json(answer ?? null, route.status)
  })
}

async function admit(server: ServerContext, route: Route, context: Context<RequestEnv>) {
  if (route.access === 'public') return {}
  if (route.access === 'visitor') return { contact: await admitVisitor(server, context) }
  const signedIn = await admitStaff(server, route, context)
  return { principal: signedIn.principal, signedIn }
}

/** `/api/flows/{id}` as `/api/flows/:id`. */
export function toHonoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1')
}
