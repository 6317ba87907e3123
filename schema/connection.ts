import { z } from 'zod'
import { VariableName } from './flow.ts'
import { Origin } from './origin.ts'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

const Segment = /^(?:\{[a-z][a-z0-9_]{0,63}\}|(?!\.{1,2}$)[A-Za-z0-9._~-]+)$/
/** `reports/{reference}/notes`: what stands in braces is one segment, whatever is put there. */
const PathTemplate = z
  .string()
  .max(300)
  .refine((path) => path.split('/').every((segment) => Segment.test(segment)), 'A path such as reports/{reference}')

/** `POST /reports/{reference}/notes`: a method and the paths that it may be used on. */
export const AllowedCall = z
  .string()
  .max(310)
  .refine((call) => {
    const [, method = '', path = ''] = /^([A-Z]+) \/(.+)$/.exec(call) ?? []
    return methods.some((one) => one === method) && PathTemplate.safeParse(path).success
  }, 'A method and a path such as POST /reports/{reference}')

/** One value of a call that staff make: where it goes over there, and where it comes from. */
export const ActionField = z.object({
  label: z.string().trim().min(1).max(60),
  place: z.enum(['path', 'query', 'body']),
  /** A name in the path's braces, of a search value, or a place in the body: `person.last_name`. */
  to: z
    .string()
    .max(200)
    .regex(/^[^.\s]+(\.[^.\s]+)*$/, 'Use names with dots between them, such as person.last_name'),
  /** The variable of the contact that it begins with, or a fixed value. */
  from: z.union([z.object({ variable: VariableName }), z.object({ value: z.string().max(500) })]),
  optional: z.boolean().default(false),
})
export type ActionField = z.infer<typeof ActionField>

/** What staff may do in another system for a contact, for example create an incident. */
export const ConnectionAction = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().trim().min(1).max(100),
  method: z.enum(methods),
  path: PathTemplate,
  fields: z.array(ActionField).max(40),
  /** Where the reference stands in the answer. Without one in it, nothing that changes counts as recorded. */
  reference: z.string().max(200).default(''),
})
export type ConnectionAction = z.infer<typeof ConnectionAction>

/** A system that flows and staff may call. Whoever draws a flow names it; they never give a host. */
export const Connection = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(100),
  origin: Origin,
  /** Address ranges that the host may resolve to, for example `10.0.0.0/8`. Without one only public addresses may be. */
  addresses: z.array(z.string().max(50)).max(20),
  /** What may be called. Without one, everything below the origin. */
  paths: z.array(AllowedCall).max(50).default([]),
  /** The most seconds that one try may take, whatever a flow asks for. */
  timeoutSeconds: z.int().min(1).max(120).default(30),
  /** The largest answer that is read, in kilobytes. */
  largestKb: z.int().min(1).max(10_240).default(1_024),
  /** The far side recognises a repeated Idempotency-Key. */
  idempotent: z.boolean(),
  actions: z.array(ConnectionAction).max(20).default([]),
  /** A credential is stored. It can be written, never read. */
  hasCredential: z.boolean(),
})
export type Connection = z.infer<typeof Connection>

/** What an admin sets. `credential` left out keeps the one that is there, `null` forgets it. */
export const ConnectionChange = Connection.omit({ id: true, hasCredential: true }).extend({
  credential: z
    .object({ header: z.string().max(100), value: z.string().max(2_000) })
    .nullable()
    .optional(),
})
