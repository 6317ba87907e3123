import type { z } from 'zod'
import { adminRoutes } from '../../schema/api/admin.ts'
import { flowsRoutes } from '../../schema/api/flows.ts'
import type { Route } from '../../schema/api/route.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import type { Flow } from '../../schema/flow.ts'
import type { Role } from '../../schema/roles.ts'
import { beginSession } from '../accounts/sessions.ts'
import { type Environment, readEnvironment } from '../env.ts'
import { createApp } from '../http/create-app.ts'
import type { App } from '../http/server-context.ts'
import { newId } from '../ids.ts'
import type { Overrides } from '../open-services.ts'
import { listDepartments } from '../routing/departments.ts'
import { insertMembership } from '../routing/members.ts'
import { createTestServices, type TestServices } from './create-test-services.ts'
import { threeQuestions } from './sample-flows.ts'

export const firstPerson = { email: 'meera.shah@northmoor.police.example', password: 'correct horse battery staple' }
export const siteOrigin = 'https://www.northmoor.police.example'

/** A request as tests write it. */
export interface Sent {
  params?: Record<string, string | number>
  query?: Record<string, string | number>
  body?: unknown
  headers?: Record<string, string>
  /** Cookie of a session. */
  cookie?: string
  /** Token of a contact. */
  token?: string
}

/** The whole server on a real database, asked without a network. */
export interface TestServer extends TestServices {
  app: App
  environment: Environment
  /** Calls a route of the tables as the staff pages and the widget do. */
  send(route: Route, sent?: Sent): Promise<Response>
  /** The same, for an answer that has to be a good one: checked by the route's own schema. */
  get<const R extends Route>(route: R, sent?: Sent): Promise<Answer<R>>
}
type Answer<R extends Route> = R['response'] extends z.ZodType ? z.output<R['response']> : null

export async function createTestServer(
  overrides: Overrides & { databaseUrl?: string; environment?: Partial<Environment> } = {},
): Promise<TestServer> {
  const { environment: own } = overrides
  const test = await createTestServices(overrides)
  const environment = { ...readEnvironment({ DATA_DIR: test.folder, LOG_LEVEL: 'silent' }), ...own }
  const app = createApp(test.services, environment)
  const server: TestServer = {
    ...test,
    app,
    environment,
    send: async (route, sent) => app.request(...toRequest(route, sent)),
    async get<const R extends Route>(route: R, sent?: Sent) {
      const response = await server.send(route, sent)
      const text = await response.text()
      if (response.status !== route.status) throw new Error(`${route.id} answered ${response.status}: ${text}`)
      // Checked by the schema that the type comes from.
      return (route.response ? route.response.parse(JSON.parse(text)) : null) as Answer<R>
    },
  }
  return server
}

/** Address and options of `fetch` for a call of `route`. */
export function toRequest(route: Route, sent: Sent = {}): [string, RequestInit] {
  const { params = {}, query = {}, body, headers, cookie, token } = sent
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? 'x')))
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return [
    search.size > 0 ? `${path}?${search}` : path,
    {
      method: route.method.toUpperCase(),
      headers: {
        'x-signpost': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    },
  ]
}

/** Sets the server up and signs the first person in: they have every role but the auditor's. */
export async function setUpServer(server: TestServer, more: object = {}) {
  const response = await server.send(adminRoutes.setup, { body: { ...firstPerson, site: siteOrigin, ...more } })
  const text = await response.text()
  if (response.status !== 201) throw new Error(`Set-up answered ${response.status}: ${text}`)
  return { cookie: cookieOf(response), ...adminRoutes.setup.response.parse(JSON.parse(text)) }
}

/** The session cookie that an answer sets, as the next request sends it. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Publishes `flow` on the first site. */
export async function publishOnSite(server: TestServer, cookie: string, flow: Flow = threeQuestions): Promise<string> {
  const { id } = await server.get(flowsRoutes.create, { cookie, body: { document: JSON.stringify(flow) } })
  await server.get(flowsRoutes.publish, { cookie, params: { id }, body: { revision: 1, reason: 'First' } })
  const { sites } = await server.get(adminRoutes.sites, { cookie })
  const [site] = sites
  if (!site) throw new Error('There is no site.')
  const { id: siteId, key: _key, ...settings } = site
  await server.get(adminRoutes.saveSite, { cookie, params: { id: siteId }, body: { ...settings, flow: id } })
  return id
}

/** Begins a contact on the site of `key`. */
export function startContact(server: TestServer, key: string): Promise<StartedContact> {
  return server.get(widgetRoutes.start, { body: { site: key } })
}

/**
 * Another person with these roles, in the force of the first or in one of their own; and a session of theirs. They work
 * in `departments`, or in all of the force.
 */
export async function addPerson(
  server: TestServer,
  roles: Role[],
  forceId?: string,
  departments?: readonly string[],
): Promise<string> {
  const { services } = server
  return services.db.write(async (tx) => {
    const force = forceId ?? newId('frc')
    const user = newId('usr')
    const now = services.clock.now()
    if (!forceId)
      await tx.run('INSERT INTO forces (id, name, zone, created_at) VALUES (?, ?, ?, ?)', [
        force,
        'Southmoor Police',
        'Europe/London',
        now,
      ])
    await tx.run(
      `INSERT INTO users (id, force_id, email, name, password_hash, roles, created_at) VALUES (?, ?, ?, 'Sam', '-', ?, ?)`,
      [user, force, `${user}@northmoor.police.example`, JSON.stringify(roles), now],
    )
    const place = roles.includes('supervisor') ? 'supervisor' : 'operator'
    const there = departments ?? (await listDepartments(tx, force)).map(({ id }) => id)
    if (roles.includes('operator') || roles.includes('supervisor'))
      for (const department of there) await insertMembership(tx, force, user, { department, role: place, limit: null })
    return `signpost=${await beginSession(tx, user, 'test', now)}`
  })
}
