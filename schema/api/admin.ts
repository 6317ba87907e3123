import { z } from 'zod'
import { Department } from '../department.ts'
import { Role } from '../roles.ts'
import { Template } from './flows.ts'
import { defineRoutes } from './route.ts'

const admins = ['admin'] as const
const Id = z.object({ id: z.string().max(64) })

/** A password as policing guidance has it: length counts, composition does not. */
export const Password = z.string().min(15, 'Use 15 characters or more').max(200)
/** An address of a website that may embed the widget: scheme, host and port. */
export const Origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^/\s?#@]+$/, 'An address such as https://www.northmoor.police.uk')

export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) }),
  force: z.object({ id: z.string(), name: z.string() }),
  /** They have to set up a second factor before anything else. */
  mustEnrol: z.boolean().optional(),
})
export type Session = z.infer<typeof Session>

export const Site = z.object({
  id: z.string(),
  name: z.string(),
  key: z.string(),
  origins: z.array(Origin).max(50),
  /** The flow whose live version answers here. */
  flow: z.string().nullable(),
  exitUrl: z.url().max(300),
  escape: z.enum(['leave', 'make-small']),
  brand: z.object({ background: z.string(), text: z.string() }).nullable(),
})
export type Site = z.infer<typeof Site>

/** A system that flows may call. Authors of flows name it; they never give a host. */
export const Connection = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(100),
  origin: Origin,
  /** Address ranges that the host may resolve to, for example `10.0.0.0/8`. Without one only public addresses may be. */
  addresses: z.array(z.string().max(50)).max(20),
  /** The far side recognises a repeated Idempotency-Key. */
  idempotent: z.boolean(),
  /** A credential is stored. It can be written, never read. */
  hasCredential: z.boolean(),
})
export type Connection = z.infer<typeof Connection>
const ConnectionChange = Connection.omit({ id: true, hasCredential: true }).extend({
  credential: z
    .object({ header: z.string().max(100), value: z.string().max(2_000) })
    .nullable()
    .optional(),
})

export const adminRoutes = defineRoutes({
  setupState: {
    id: 'setup.state',
    method: 'get',
    path: '/api/setup',
    summary: 'Whether this installation still has to be set up, and with which starter flows',
    access: 'public',
    operation: 'none',
    status: 200,
    response: z.object({ needed: z.boolean(), templates: z.array(Template) }),
  },
  setup: {
    id: 'setup.create',
    method: 'post',
    path: '/api/setup',
    summary: 'First start: the first account, the force and its website. Works once',
    access: 'public',
    operation: 'setting',
    body: z.object({
      email: z.email().max(200),
      password: Password,
      name: z.string().max(100).optional(),
      force: z.string().max(100).optional(),
      site: Origin,
      template: z.string().max(64).optional(),
    }),
    status: 201,
    response: z.object({ session: Session, site: Site, flow: z.string().nullable() }),
  },
  session: {
    id: 'session.get',
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in',
    access: 'signed-in',
    unready: true,
    operation: 'none',
    status: 200,
    response: Session,
  },
  signIn: {
    id: 'session.create',
    method: 'post',
    path: '/api/session',
    summary: 'Sign in',
    access: 'public',
    operation: 'sign-in',
    body: z.object({
      email: z.string().max(200),
      password: z.string().max(200),
      /** From the app, or a recovery code; asked for with 401 and `details.needs` "code" where it is missing. */
      code: z.string().max(40).optional(),
    }),
    maxBody: 4_096,
    status: 200,
    response: Session,
  },
  signOut: {
    id: 'session.delete',
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out',
    access: 'signed-in',
    unready: true,
    operation: 'sign-in',
    status: 204,
  },
  sites: {
    id: 'sites.list',
    method: 'get',
    path: '/api/sites',
    summary: 'Websites that may embed the widget',
    access: ['designer', 'admin'],
    operation: 'none',
    status: 200,
    response: z.object({ sites: z.array(Site) }),
  },
  createSite: {
    id: 'sites.create',
    method: 'post',
    path: '/api/sites',
    summary: 'Add a website',
    access: admins,
    operation: 'setting',
    body: Site.omit({ id: true, key: true }),
    status: 201,
    response: Site,
  },
  saveSite: {
    id: 'sites.save',
    method: 'put',
    path: '/api/sites/{id}',
    summary: 'Change a website',
    access: admins,
    operation: 'setting',
    params: Id,
    body: Site.omit({ id: true, key: true }),
    status: 200,
    response: Site,
  },
  departments: {
    id: 'departments.list',
    method: 'get',
    path: '/api/departments',
    summary: 'Departments in the order of the force',
    access: 'signed-in',
    operation: 'none',
    status: 200,
    response: z.object({ departments: z.array(Department) }),
  },
  saveDepartments: {
    id: 'departments.save',
    method: 'put',
    path: '/api/departments',
    summary: 'Change the departments',
    access: admins,
    operation: 'setting',
    body: z.object({ departments: z.array(Department).max(500) }),
    maxBody: 1_048_576,
    status: 200,
    response: z.object({ departments: z.array(Department) }),
  },
  connections: {
    id: 'connections.list',
    method: 'get',
    path: '/api/connections',
    summary: 'Systems that flows may call',
    access: ['designer', 'admin'],
    operation: 'none',
    status: 200,
    response: z.object({ connections: z.array(Connection) }),
  },
  saveConnection: {
    id: 'connections.save',
    method: 'put',
    path: '/api/connections/{id}',
    summary: 'Make or change a connection. Changing its origin forgets its credential',
    access: admins,
    operation: 'setting',
    params: Id,
    body: ConnectionChange,
    status: 200,
    response: Connection,
  },
  removeConnection: {
    id: 'connections.remove',
    method: 'delete',
    path: '/api/connections/{id}',
    summary: 'Remove a connection',
    access: admins,
    operation: 'setting',
    params: Id,
    status: 204,
  },
})
