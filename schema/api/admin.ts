import { z } from 'zod'
import { Department } from '../department.ts'
import { Origin } from '../origin.ts'
import { Role } from '../roles.ts'
import { Template } from './flows.ts'
import { defineRoutes } from './route.ts'

const admins = ['admin'] as const
const Id = z.object({ id: z.string().max(64) })

/** A password as policing guidance has it: length counts, composition does not. */
export const Password = z.string().min(15, 'Use 15 characters or more').max(200)
export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) }),
  force: z.object({ id: z.string(), name: z.string() }),
  /** They have to set up a second factor before anything else. */
  mustEnrol: z.boolean().optional(),
})
export type Session = z.infer<typeof Session>

/** A kind of contact: an intent, with its name in a flow. */
export const ContactType = z.object({ id: z.string(), label: z.string() })
export type ContactType = z.infer<typeof ContactType>

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
  contactTypes: {
    id: 'departments.contact-types',
    method: 'get',
    path: '/api/departments/contact-types',
    summary: 'What the live flows tell contacts apart by, for the rules of departments',
    access: admins,
    operation: 'none',
    status: 200,
    response: z.object({ types: z.array(ContactType) }),
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
})
