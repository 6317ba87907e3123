import type { z } from 'zod'
import type { Role } from '../roles.ts'

/**
 * Who may call a route: anybody; a visitor with the token of the contact in the path; anybody who is signed in; or
 * people with one of the roles. This is the authorisation table: there is no other.
 */
export type Access = 'public' | 'visitor' | 'signed-in' | readonly Role[]

/** The six operations that DPA 2018 s.62 wants logged, and what else the audit trail names. */
export type Operation =
  | 'collection'
  | 'alteration'
  | 'consultation'
  | 'disclosure'
  | 'combination'
  | 'erasure'
  | 'sign-in'
  | 'setting'
  | 'publish'
  | 'none'

/** How often something may happen: `burst` times at once, and after that once more every `seconds`. */
export interface Rate {
  burst: number
  seconds: number
}

/** What keeps one visitor from taking the room of all others. */
export interface Limits {
  /** By network address; an IPv6 address counts by its /64. */
  perAddress?: readonly Rate[]
  perContact?: readonly Rate[]
  /** From everybody together. */
  overall?: readonly Rate[]
  /** How many may run at the same time: of one contact, or from one address where there is no contact. */
  atOnce: number
  /** Seconds within which a visitor has an answer: theirs, or one that says whom to call. */
  within: number
}

/** One call of the API: everything that server, client, OpenAPI document and tests need to know about it. */
export interface Route {
  id: string
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** With `{name}` for parameters. */
  path: string
  summary: string
  access: Access
  operation: Operation
  /** Also for somebody who still has to set up the second factor that their role needs. */
  unready?: boolean
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Largest accepted body in bytes; 64 kB where nothing is said. */
  maxBody?: number
  /** Every route of visitors says them, and has them tested. */
  limits?: Limits
  status: 200 | 201 | 204
  response?: z.ZodType
  /** What the answer is where it is not, or not only, JSON: `text/event-stream`. */
  media?: readonly string[]
}

/** Keeps the literal types of a table of routes. */
export function defineRoutes<const Table extends Record<string, Route>>(table: Table): Table {
  return table
}
