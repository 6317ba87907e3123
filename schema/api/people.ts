import { z } from 'zod'
import { Membership } from '../department.ts'
import { Role } from '../roles.ts'
import { defineRoutes } from './route.ts'

const admins = ['admin'] as const
const Id = z.object({ id: z.string().max(64) })

/** What somebody may do, and where. */
export const Grants = z.object({
  roles: z.array(Role).min(1).max(5),
  memberships: z.array(Membership).max(500),
})
export type Grants = z.infer<typeof Grants>

export const Person = Grants.extend({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  disabled: z.boolean(),
  twoFactor: z.boolean(),
  /** To the minute; null where they never signed in. */
  seenAt: z.string().nullable(),
})
export type Person = z.infer<typeof Person>

export const Invitation = Grants.extend({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  expiresAt: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** A link that is shown once. Only the part behind the address of this server: the page knows what goes before it. */
const ShownLink = z.object({ path: z.string(), expiresAt: z.string(), mailed: z.boolean() })

export const SignInOf = z.object({
  id: z.string(),
  agent: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  /** The one that asks. */
  current: z.boolean(),
})
export type SignInOf = z.infer<typeof SignInOf>

/** The people of a force: who they are, what they may do, and how they get in. */
export const peopleRoutes = defineRoutes({
  list: {
    id: 'people.list',
    method: 'get',
    path: '/api/people',
    summary: 'Everybody with an account, and open invitations',
    access: admins,
    operation: 'consultation',
    status: 200,
    response: z.object({ people: z.array(Person), invitations: z.array(Invitation) }),
  },
  invite: {
    id: 'people.invite',
    method: 'post',
    path: '/api/people/invitations',
    summary: 'Invite somebody. The link works once and is shown once; it is mailed where mail is set up',
    access: admins,
    operation: 'setting',
    body: Grants.extend({ email: z.email().max(200), name: z.string().trim().min(1).max(100) }),
    maxBody: 131_072,
    status: 201,
    response: z.object({ invitation: Invitation, link: ShownLink }),
  },
  withdraw: {
    id: 'people.withdraw',
    method: 'delete',
    path: '/api/people/invitations/{id}',
    summary: 'Take an invitation back: its link no longer works',
    access: admins,
    operation: 'setting',
    params: Id,
    status: 204,
  },
  save: {
    id: 'people.save',
    method: 'put',
    path: '/api/people/{id}',
    summary: 'Change somebody’s name, roles and departments. Nobody changes their own roles',
    access: admins,
    operation: 'setting',
    params: Id,
    body: Grants.extend({ name: z.string().trim().min(1).max(100) }),
    maxBody: 131_072,
    status: 200,
    response: Person,
  },
  disable: {
    id: 'people.disable',
    method: 'post',
    path: '/api/people/{id}/disabled',
    summary: 'Close an account, or open it again. Closing ends every session and key at once',
    access: admins,
    operation: 'setting',
    params: Id,
    body: z.object({ disabled: z.boolean() }),
    status: 200,
    response: Person,
  },
  resetLink: {
    id: 'people.reset-link',
    method: 'post',
    path: '/api/people/{id}/reset-link',
    summary: 'A link with which somebody chooses a new password, once',
    access: admins,
    operation: 'setting',
    params: Id,
    status: 201,
    response: ShownLink,
  },
  removeTwoFactor: {
    id: 'people.remove-two-factor',
    method: 'delete',
    path: '/api/people/{id}/two-factor',
    summary: 'Take away a second factor that is lost, and end the person’s sessions',
    access: admins,
    operation: 'setting',
    params: Id,
    status: 204,
  },
  sessions: {
    id: 'people.sessions',
    method: 'get',
    path: '/api/people/{id}/sessions',
    summary: 'Where somebody is signed in',
    access: admins,
    operation: 'consultation',
    params: Id,
    status: 200,
    response: z.object({ sessions: z.array(SignInOf) }),
  },
  endSessions: {
    id: 'people.end-sessions',
    method: 'delete',
    path: '/api/people/{id}/sessions',
    summary: 'Sign somebody out everywhere',
    access: admins,
    operation: 'setting',
    params: Id,
    status: 204,
  },
})
