import type { Page, Request } from 'playwright-core'
import { declaredRoutes } from '../../runtime/http/require-declared-routes.ts'
import type { Route } from '../../schema/api/route.ts'
import type { Role } from '../../schema/roles.ts'

const table = declaredRoutes().map((route) => ({
  route,
  method: route.method.toUpperCase(),
  address: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** What a screen asked of the server. */
export interface Calls {
  /** Each call by its id in the tables. */
  made: Set<string>
  /** Calls that this role may not make, with what was pressed before. */
  refused: Set<string>
  /** What is pressed at the moment, to be named with a call that is refused. */
  pressing: string
  /** Resolves when everything that was asked for has come, or after a second and a half. */
  settle(): Promise<void>
  /** Opens a page of the staff app, and waits for all of it. */
  go(address: string): Promise<void>
}

/**
 * Watches the calls of `page` for somebody who is `role` and nothing else. What only reads goes to the server, whose answer
 * counts. What would change something is held against the table of routes and goes no further, so that everything that can
 * be pressed is still there for the next press.
 */
export async function watchCalls(page: Page, role: Role): Promise<Calls> {
  const open = new Set<Request>()
  const calls: Calls = { made: new Set(), refused: new Set(), pressing: '', settle, go }
  const refuse = (call: string) => calls.refused.add(`${role}, ${calls.pressing}: ${call}`)

  await page.route('**/api/**', (intercepted, request) => {
    const { pathname } = new URL(request.url())
    const method = request.method()
    const route = table.find((each) => each.method === method && each.address.test(pathname))?.route
    if (!route) refuse(`${method} ${pathname}, which no table has`)
    else {
      calls.made.add(route.id)
      if (!mayCall(role, route)) refuse(route.id)
    }
    return method === 'GET' ? intercepted.continue() : intercepted.fulfill({ status: 503, json: notNow })
  })
  page.on('request', (request) => ends(request) && open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  page.on('response', (response) => {
    if ([401, 403].includes(response.status())) refuse(`${response.status()} from ${new URL(response.url()).pathname}`)
  })
  return calls

  async function go(address: string): Promise<void> {
    open.clear()
    await page.goto(address)
    await page.locator('#main').waitFor()
    await settle()
  }

  async function settle(): Promise<void> {
    for (let quiet = 0, looks = 0; quiet < 2 && looks < 75; looks++) {
      await page.waitForTimeout(20)
      quiet = open.size === 0 ? quiet + 1 : 0
    }
  }
}

const notNow = { error: { code: 'unavailable', message: 'Nothing is changed while everything is pressed.' } }

function mayCall(role: Role, { access }: Route): boolean {
  return typeof access === 'string' ? access !== 'visitor' : access.includes(role)
}

/** Streams stay open and are not waited for. */
function ends(request: Request): boolean {
  return ['fetch', 'xhr', 'script'].includes(request.resourceType()) && request.headers().accept !== 'text/event-stream'
}
